import NewsText
import Testing

@Suite("Where the elements begin that belong")
struct PartitionTests {
    @Test("In lists of every length, at every place")
    func everywhere() {
        for count in 0...9 {
            for start in 0...count {
                #expect((0..<count).partitionIndex { $0 >= start } == start)
            }
        }
        #expect([1, 2, 3, 4][2...].partitionIndex { $0 > 3 } == 3)
    }
}
