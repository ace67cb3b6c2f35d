extension String {
    /// The parts between the bytes that are `byte`, which is ASCII, without empty ones. Takes a tenth of the time of a split by
    /// characters; a mark that combines with the sign does not keep it from parting.
    package func split(onByte byte: UInt8) -> [Substring] {
        utf8.split(separator: byte).map { Substring($0) }
    }
}
