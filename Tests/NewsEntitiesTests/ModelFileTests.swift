import Foundation
import NewsText
import Testing

@testable import NewsEntities

private let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/NewsEntities/Model")

@Suite("The model file")
struct ModelFileTests {
    /// The digest of the model of each version. An archive is recognized anew where the version is a newer one, so that
    /// another model under the same version would never be used there.
    private static let digests: [UInt32: String] = [
        2: "661484ef730d343a430285f669269fabedabfc0cb282548bae6c4cc32eaeca33"
    ]

    @Test("Another model has another version")
    func version() throws {
        let model = try #require(EntityModel.shared)
        let bytes = Array(try Data(contentsOf: folder.appending(path: "entities.model")))
        #expect(Self.digests[model.version] == SHA256Digest(of: bytes).hexadecimal)
        #expect(model.version == EntityModel.madeVersion)
    }

    @Test("The program holds the files of the folder, and no more than six megabytes of them")
    func embedded() throws {
        let model = try Data(contentsOf: folder.appending(path: "entities.model"))
        let places = try Data(contentsOf: folder.appending(path: "places.table"))
        let read = model.withUnsafeBytes { EntityModel($0) }
        #expect(read?.version == EntityModel.shared?.version)
        places.withUnsafeBytes { #expect(PlaceTable($0)?.count == PlaceTable.shared?.count) }
        #expect(model.count + places.count <= 6_000_000)
    }

    @Test("A model cut short is none", arguments: [0, 7, 8, 12, 200, 1_000_000, 3_900_000])
    func damaged(count: Int) throws {
        let bytes = try Data(contentsOf: folder.appending(path: "entities.model"))
        bytes.prefix(count).withUnsafeBytes { #expect(EntityModel($0) == nil) }
    }
}
