import NewsIngest
import NewsModel
import TestSupport
import Testing

@Suite("Files in gzip")
struct GzipTests {
    private let page = Array("The tide came and went, and nobody on the east bank slept that night.".utf8)

    @Test("A page in one member, in several, in gzip twice, and with padding behind it is read")
    func sound() {
        let packed = Packing.gzip(page)
        #expect(FoundEntries(packed).captures.map(\.bytes) == [page])
        #expect(FoundEntries(Packing.gzip(page[..<20]) + Packing.gzip(page[20...])).captures.map(\.bytes) == [page])
        #expect(FoundEntries(Packing.gzip(packed)).captures.map(\.bytes) == [page])
        let padded = FoundEntries(packed + [UInt8](repeating: 0, count: 1_000))
        #expect(padded.captures.map(\.bytes) == [page] && padded.rejected.isEmpty)
    }

    @Test("Of a page that is cut off, what there is is given, and the damage told; at every length")
    func truncated() {
        let packed = Packing.gzip(page)
        for length in 2..<packed.count {
            let found = FoundEntries(Array(packed[..<length]))
            #expect(found.rejected == ["offset 0 the gzip data ends in the middle of a member; fetch the file again"])
            #expect(found.captures.allSatisfy { page.starts(with: $0.bytes) && !$0.bytes.isEmpty })
        }
        #expect(FoundEntries(Array(packed.dropLast(9))).captures.count == 1)
    }

    @Test("A page whose sum is wrong is rejected")
    func wrongSum() {
        var packed = Packing.gzip(page)
        packed[packed.count - 6] ^= 1
        let found = FoundEntries(packed)
        #expect(found.captures.isEmpty)
        #expect(found.rejected == ["offset 0 the gzip data is damaged (incorrect data check); fetch the file again"])
    }

    @Test("What follows the gzip data is told with its offset, and the page is read")
    func trailing() {
        let packed = Packing.gzip(page)
        let found = FoundEntries(packed + Array("left over".utf8))
        #expect(found.captures.map(\.bytes) == [page])
        #expect(
            found.rejected == [
                "offset \(packed.count) what follows the gzip data is none; what stands before it is read"
            ])
    }

    @Test("A file that unpacks to more than any article is ended early", .timeLimit(.minutes(1)))
    func bomb() throws {
        let zeros = Packing.gzip([UInt8](repeating: 0x20, count: 200 << 20))
        let inner = FoundEntries(zeros)
        #expect(inner.captures.isEmpty && inner.rejected.count == 1)
        #expect(inner.rejected[0].contains("unpacks to more than") || inner.rejected[0].contains("too long"))
        let zip = FoundEntries(try Packing.zip([("a.txt", Packing.gzip(zeros))]))
        #expect(zip.captures.isEmpty && zip.rejected.count == 1)
        var nested = page
        for _ in 1...12 { nested = Packing.gzip(nested) }
        #expect(FoundEntries(nested).rejected == [" packed more than 8 times; unpack it first"])
    }
}
