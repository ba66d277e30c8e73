/// What a senior sees of an evaluation: a step of five for each item, one strength, one thing to work on.
///
/// It has no place for grades, flags, rules or reasons, so none can get onto the screen by mistake.
public struct SeniorWords: Equatable, Sendable {
    /// In the order of the battery; items without a level are left out.
    public let items: [Item]
    public let strength: FitnessTestID?
    public let workOn: FitnessTestID?

    public struct Item: Equatable, Sendable {
        public let test: FitnessTestID
        public let words: LevelName
    }

    public init(_ evaluation: Evaluation, names: LevelNames) {
        items = evaluation.items.compactMap { item in
            item.level.flatMap { names[$0.level] }.map { Item(test: item.test, words: $0) }
        }
        (strength, workOn) = (evaluation.strength, evaluation.workOn)
    }
}
