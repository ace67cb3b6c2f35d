/// The bytes of a whole file.
enum FileBytes {
    /// Everything in the file at `path`, or on standard input for `-`; refuses more than `limit` bytes.
    static func read(_ path: FilePath, limit: Int) throws(ByteSourceFailure) -> [UInt8] {
        let source = try FileSource(path)
        guard source.size <= limit, let (bytes, failure) = ByteReader(source).readAll(limit: limit) else {
            throw .damaged("is longer than \(limit) bytes; split it")
        }
        if let failure { throw failure }
        return bytes
    }
}
