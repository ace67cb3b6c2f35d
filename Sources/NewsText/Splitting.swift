extension String {
    /// The parts between the bytes that are `byte`, which is ASCII, without empty ones. Unlike a split by characters it need not
    /// find where characters end, and a mark that combines with the sign does not keep it from parting.
    package func split(onByte byte: UInt8) -> [Substring] {
        utf8.split(separator: byte).map { Substring($0) }
    }
}
