import Foundation
import NewsEntities
import NewsModel
import NewsStorage

/// Reads captures into an archive.
///
/// Captures are read and parsed on all processors and written by one writer in batches; a batch is written whole or
/// not at all. Cancelling the task ends the ingest after the batch in hand. Memory does not grow with the number of
/// captures.
public struct Ingest: Sendable {
    private let archive: Archive
    private let options: IngestOptions

    /// An ingest into `archive`, which must be open for writing.
    public init(into archive: Archive, options: IngestOptions = IngestOptions()) {
        self.archive = archive
        self.options = options
    }

    /// Reads the files and folders `paths` (`-` is standard input), and those the manifest names when `paths` is empty.
    ///
    /// - Parameter progress: Called after each batch.
    /// - Throws: `ArchiveError` when the archive cannot be written any more; what was archived before stays.
    public func run(
        _ paths: [String], progress: @Sendable (IngestProgress) -> Void = { _ in }
    ) async throws -> IngestReport {
        let inputs = paths.isEmpty ? options.manifest?.paths ?? [] : paths
        let hasArticles = try archive.articleCount() > 0
        let lookup = hasArticles ? try Archive(path: archive.path, mode: .read) : nil
        try lookup?.readUnmapped()
        let outlets = try OutletNames(archive)
        let preparer = Preparer(options: options, lookup: lookup, outlets: outlets)
        let ownFiles = ["", "-wal", "-shm"].map { archive.path + $0 } + [options.manifest?.path].compactMap { $0 }
        let files = InputFiles(inputs, ownFiles: ownFiles)
        let total = InputTotal()
        if options.countsBytes { total.count(files) }
        defer { total.end() }
        let pipeline = Pipeline(archive: archive, options: options, outlets: outlets, originals: preparer.originals) {
            ProgressTotal(bytes: total.bytes)
        }
        return try await pipeline.run(
            IngestInputs(files, streams: CaptureStreams(format: options.format), hints: preparer.hints),
            weight: \.weight, bytes: \.bytes, progress: progress, prepare: preparer.prepare)
    }

    /// Reads all captures of the archive again with today's layouts, without the files they came from. What was changed
    /// by hand gets its value again; the index is put right first, as it cannot be changed from a wrong state.
    ///
    /// - Parameter progress: Called after each batch.
    /// - Throws: `ArchiveError` when the archive cannot be written any more.
    public func reread(progress: @Sendable (IngestProgress) -> Void = { _ in }) async throws -> IngestReport {
        try archive.settleIndex()
        let source = try Archive(path: archive.path, mode: .read)
        let outlets = try OutletNames(archive)
        let preparer = Preparer(options: options, lookup: nil, outlets: outlets)
        let rereader = Rereader(archive: source, preparer: preparer)
        let ids = try archive.articleIDs()
        let pipeline = Pipeline(archive: archive, options: options, outlets: outlets, originals: preparer.originals) {
            ProgressTotal(captures: ids.count)
        }
        return try await pipeline.run(ids, weight: { _ in 0 }, bytes: { _ in 0 }, progress: progress) { id in
            [rereader.prepare(id)]
        }
    }

    /// Looks for the entities of the articles for which that was not done, or by an earlier version. What was cut off goes
    /// on where it was; texts stay as they are, and what people decided holds.
    ///
    /// - Parameters:
    ///   - all: Whether to look again in every article.
    ///   - progress: Called after each batch.
    /// - Throws: `ArchiveError` when the archive cannot be written any more.
    public func recognize(
        all: Bool = false, progress: @Sendable (IngestProgress) -> Void = { _ in }
    ) async throws -> IngestReport {
        let source = try Archive(path: archive.path, mode: .read)
        let recognition = Recognition(archive: source)
        let ids = try all ? archive.articleIDs() : archive.articleIDs(notRecognizedBy: EntityRecognizer.version)
        let pipeline = Pipeline(
            archive: archive, options: options, outlets: try OutletNames(archive), originals: OriginalKeys()
        ) {
            ProgressTotal(captures: ids.count)
        }
        return try await pipeline.run(ids, weight: { _ in 0 }, bytes: { _ in 0 }, progress: progress) { id in
            [recognition.prepare(id)]
        }
    }
}
