extension Evaluation {
    /// The two factors that most need work: the lowest levels, of equals the lower percentile, then the order of the
    /// rule. A factor is as good as the better of its items; one that was not measured is not among them.
    public var weakestFactors: [FitnessFactor] {
        var best: [FitnessFactor: (level: Int, tenths: Int)] = [:]
        for item in items {
            guard let level = item.level, let factor = FitnessFactor(graded: level.row.item) else { continue }
            let standing = (level: level.level, tenths: item.percentile?.tenths ?? 0)
            if let known = best[factor], known >= standing { continue }
            best[factor] = standing
        }
        // The sort is stable: equals stay in the order of the rule.
        let measured = FitnessFactor.graded.compactMap { factor in best[factor].map { (factor: factor, standing: $0) } }
        return measured.sorted { $0.standing < $1.standing }.prefix(2).map(\.factor)
    }
}
