extension Layout {
    /// What was found while placing, and what only all targets together show.
    func allProblems() -> [LayoutProblem] { problems + sizeProblems() + gapProblems() }

    private func sizeProblems() -> [LayoutProblem] {
        // A zoomed panel is no reason for smaller targets, a rounded pixel is.
        let least = Int(Least.target.value / theme.pitch)
        var seen: Set<TouchID> = []
        return targets.flatMap { target -> [LayoutProblem] in
            let isSmall = target.rect.width < least || target.rect.height < least
            let isDouble = target.enabled && !seen.insert(target.id).inserted
            return (isSmall ? [.tooSmallTarget(target.id)] : []) + (isDouble ? [.duplicateTarget(target.id)] : [])
        }
    }

    private func gapProblems() -> [LayoutProblem] {
        let least = Int(Least.gap.value / theme.pitch)
        let open = targets.filter(\.enabled)
        var found: [LayoutProblem] = []
        for (index, first) in open.enumerated() {
            for second in open[(index + 1)...] where first.rect.gap(to: second.rect) < least {
                found.append(.gapTooSmall(first.id, second.id))
            }
        }
        return found
    }
}

extension Rect {
    /// The longer of the horizontal and the vertical distance between two edges; negative if they overlap.
    func gap(to other: Rect) -> Int {
        max(max(x, other.x) - min(maxX, other.maxX), max(y, other.y) - min(maxY, other.maxY))
    }
}
