import CGumbo
import Foundation

/// Memory that is given out piece by piece and taken back all at once: the parser's nodes of one page.
///
/// The parser asks for hundreds of thousands of small pieces; giving them out of large blocks is several times as fast
/// as `malloc`, and nothing needs to be taken back one by one.
final class HTMLArena {
    private static let blockSize = 1 << 20
    private var blocks: [UnsafeMutableRawPointer] = []
    private var next: UnsafeMutableRawPointer?
    private var left = 0

    deinit {
        for block in blocks { free(block) }
    }

    /// `size` bytes at an address that any value may stand at.
    func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
        let rounded = (size + 15) & ~15
        if rounded > left {
            let blockSize = max(Self.blockSize, rounded)
            guard let block = malloc(blockSize) else { return nil }
            blocks.append(block)
            // A piece as large as a block does not end the block in hand.
            guard rounded < Self.blockSize / 4 || left == 0 else { return block }
            next = block
            left = blockSize
        }
        defer {
            next = next?.advanced(by: rounded)
            left -= rounded
        }
        return next
    }

    /// Parses `markup` into nodes that live as long as the arena.
    func parse(_ markup: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<GumboOutput>? {
        guard let start = markup.baseAddress else { return nil }
        var options = kGumboDefaultOptions
        options.userdata = Unmanaged.passUnretained(self).toOpaque()
        options.allocator = { arena, size in
            guard let arena else { return malloc(size) }
            return Unmanaged<HTMLArena>.fromOpaque(arena).takeUnretainedValue().allocate(size)
        }
        options.deallocator = { _, _ in }
        options.max_errors = 0
        return start.withMemoryRebound(to: CChar.self, capacity: markup.count) { text in
            gumbo_parse_with_options(&options, text, markup.count)
        }
    }
}
