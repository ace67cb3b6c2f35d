/// Joins bullets that stand alone on a line with the line below.
enum LoneBullets {
    /// `lines` with each bullet put before the line it belongs to, under the bullet's number. Linear.
    static func joined(_ lines: [PageLine]) -> [PageLine] {
        guard lines.contains(where: { isLone($0.text) }) else { return lines }
        var joined: [PageLine] = []
        joined.reserveCapacity(lines.count)
        for line in lines {
            if let bullet = joined.last, isLone(bullet.text), line.blanksBefore == 0, !isLone(line.text),
                LineShape.bullet(line.text) == nil
            {
                joined[joined.count - 1] = PageLine(
                    number: bullet.number, text: bullet.text + " " + line.text, blanksBefore: bullet.blanksBefore)
            } else {
                joined.append(line)
            }
        }
        return joined
    }

    private static func isLone(_ text: String) -> Bool {
        text.utf8.count <= 3 && text.unicodeScalars.count == 1 && "•·‣▪●◦■►".contains(text)
    }
}
