import Foundation

/// Bytes that stay where they are for as long as they are held.
final class HeldBytes: Equatable {
    private let bytes: UnsafeMutableRawBufferPointer

    /// A copy of `source`.
    init(_ source: UnsafeRawBufferPointer) {
        bytes = .allocate(byteCount: source.count, alignment: 8)
        bytes.copyMemory(from: source)
    }

    /// The numbers one after the other, little endian.
    init<Number: FixedWidthInteger>(_ numbers: [Number]) {
        bytes = .allocate(byteCount: numbers.count * MemoryLayout<Number>.stride, alignment: 8)
        numbers.map(\.littleEndian).withUnsafeBytes(bytes.copyMemory)
    }

    deinit {
        bytes.deallocate()
    }

    /// How many there are.
    var count: Int { bytes.count }

    /// Where they are; `nil` when there are none.
    var start: UnsafePointer<UInt8>? {
        bytes.baseAddress.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }
    }

    /// A copy of them.
    var data: Data { Data(bytes) }

    /// Whether both hold the same bytes.
    static func == (left: HeldBytes, right: HeldBytes) -> Bool { left.bytes.elementsEqual(right.bytes) }
}
