import CEmbedded

/// What `newsarchive help query` prints: the page `query-language.md`, its examples indented instead of fenced.
enum QueryGuide {
    /// The page as it stands in the project.
    static let page = String(cString: cembedded_query_language())

    static let text: String = {
        var isExample = false
        var lines: [Substring] = []
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isExample.toggle()
            } else {
                lines.append(isExample && !line.isEmpty ? "    " + line : line)
            }
        }
        return lines.joined(separator: "\n")
    }()
}
