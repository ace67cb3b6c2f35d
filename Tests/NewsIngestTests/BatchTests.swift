import NewsModel
import Testing

@testable import NewsIngest

@Suite("What is written in one transaction")
struct BatchTests {
    /// How many captures each transaction has when `waiting` chunks come before one is taken.
    private func lengths(of chunks: [[PreparedCapture]], waiting: Int) -> [Int] {
        var batch = Batch()
        var lengths: [Int] = []
        var waited = 0
        for chunk in chunks {
            batch.add(chunk)
            waited += 1
            guard batch.isFull, waited >= waiting, let taken = batch.take() else { continue }
            lengths.append(taken.count)
            waited = 0
        }
        while let taken = batch.take() { lengths.append(taken.count) }
        return lengths
    }

    private func small(_ count: Int) -> [PreparedCapture] {
        Array(repeating: .skipped(path: "a.txt", position: nil, note: nil), count: count)
    }

    /// About 4 MB.
    private var large: PreparedCapture {
        var article = Article()
        article.paragraphs = [String(repeating: "x", count: 1 << 20)]
        return .recognized(.init(id: ArticleID(1), article: article, entities: [], notes: [], captures: []))
    }

    @Test("It ends at the same capture however much waits", arguments: [1, 40, 1_000])
    func waiting(chunks: Int) {
        let all = Array(repeating: small(16), count: 600)
        #expect(lengths(of: all, waiting: chunks) == [512, 1_008, 2_000, 4_000, 2_080])
    }

    @Test("It ends where its captures are heavy", arguments: [1, 40])
    func heavy(chunks: Int) {
        let all = Array(repeating: [large], count: 40) + [small(16)]
        #expect(lengths(of: all, waiting: chunks) == [16, 16, 24])
    }

    @Test("Chunks without captures make none")
    func empty() {
        var batch = Batch()
        batch.add([])
        #expect(batch.take() == nil)
        batch.add(small(3))
        #expect(batch.take()?.count == 3)
    }
}
