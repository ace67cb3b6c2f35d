/// UTF-16 or UTF-32 without a byte order mark, told by where its zero bytes stand in the first 64 KB; `nil` for all other
/// bytes, NUL bytes among text included.
func wideCharset(of bytes: [UInt8]) -> Charset? {
    let sample = bytes.prefix(65_536)
    guard bytes.count >= 8, sample.withUnsafeBufferPointer({ ByteScan.first(0, in: $0) }) != nil else { return nil }
    var zeros = [0, 0, 0, 0]
    var highBytes = [[Int]](repeating: [Int](repeating: 0, count: 256), count: 2)
    for (position, byte) in sample.enumerated() {
        if byte == 0 { zeros[position & 3] += 1 }
        highBytes[position & 1][Int(byte)] += 1
    }
    let quads = sample.count / 4
    if bytes.count % 4 == 0, zeros[3] == quads, zeros[2] * 10 >= quads * 9, zeros[0] == 0 {
        return Charset(name: "utf-32le")
    }
    if bytes.count % 4 == 0, zeros[0] == quads, zeros[1] * 10 >= quads * 9, zeros[3] == 0 {
        return Charset(name: "utf-32be")
    }
    let units = sample.count / 2
    for (name, hot, cold) in [("utf-16le", 1, 0), ("utf-16be", 0, 1)] {
        let hotZeros = zeros[hot] + zeros[hot + 2]
        let coldZeros = zeros[cold] + zeros[cold + 2]
        guard hotZeros >= 2, coldZeros * 20 <= hotZeros else { continue }
        // Mostly ASCII; or else one alphabet, whose letters share their high byte.
        let rest = units - hotZeros
        let commonest = highBytes[hot].dropFirst().max() ?? 0
        if hotZeros * 10 >= units * 6 || (hotZeros * 20 >= units && commonest * 10 >= rest * 8) {
            return Charset(name: name)
        }
    }
    return nil
}
