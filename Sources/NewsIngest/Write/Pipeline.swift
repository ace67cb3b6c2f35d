import Foundation
import NewsModel
import NewsStorage

/// Inputs prepared in parallel, in order, and written in batches.
///
/// Order is kept, so that the same inputs give the same ids. What is in hand is bounded by `heldBytes`, however large
/// single inputs are; a writer that falls behind holds the readers back.
struct Pipeline {
    /// Inputs prepared by one task; few enough that the last ones do not keep the writer waiting.
    private static let chunkLength = 16
    private static let heldBytes = 64 << 20
    /// From this many new articles on, and if they are much of the archive, the index is merged at the end.
    private static let mergeThreshold = 5_000

    let archive: Archive
    let options: IngestOptions
    let outlets: OutletNames
    let originals: OriginalKeys
    /// How much there is to be read, as far as it is known by now.
    let total: @Sendable () -> ProgressTotal

    /// Prepares and writes `inputs`; `weight` is about how much memory one holds, `bytes` how much of the files it is.
    func run<Input: Sendable>(
        _ inputs: some Sequence<Input>, weight: @escaping (Input) -> Int, bytes: @escaping (Input) -> Int,
        progress: @Sendable (IngestProgress) -> Void, prepare: @escaping @Sendable (Input) -> [PreparedCapture]
    ) async throws -> IngestReport {
        let start = ContinuousClock.now
        let runID = try archive.startRun(program: options.program)
        let archiver = CaptureArchiver(archive, originals: originals, run: runID)
        try archive.beginLoad()
        var report = IngestReport(listLimit: options.listLimit)
        do {
            let chunks = Chunks(inputs, length: Self.chunkLength, limit: 1 << 20, weight: weight, bytes: bytes)
            report = try await load(chunks, into: archiver, start: start, progress: progress, prepare: prepare)
        } catch {
            try? archive.endLoad(merges: false) { true }
            throw error
        }
        try outlets.settleKeys(in: archive)
        let isLarge = report.counts.archived >= Self.mergeThreshold
        let merges = try isLarge && report.counts.archived * 4 >= archive.articleCount()
        try archive.endLoad(merges: merges && !report.wasStopped) { Task.isCancelled }
        try archive.updateRun(runID, counts: report.counts, isFinished: !report.wasStopped)
        report.seconds = Meter.seconds(since: start)
        return report
    }

    private func load<Inputs: Sequence>(
        _ chunks: Chunks<Inputs>, into archiver: CaptureArchiver, start: ContinuousClock.Instant,
        progress: @Sendable (IngestProgress) -> Void, prepare: @escaping @Sendable (Inputs.Element) -> [PreparedCapture]
    ) async throws -> IngestReport where Inputs.Element: Sendable {
        let jobs = max(1, options.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        var chunks = chunks
        var report = IngestReport(listLimit: options.listLimit)
        var meter = Meter(start: start, total: total)
        try await withThrowingTaskGroup(of: Step.self) { group in
            var window = Window(limit: Self.heldBytes)
            var batch = Batch()
            var isWriting = false

            func submit() {
                // The writer is one alone: when it falls behind, it is left a processor, and then waited for.
                let allowed = isWriting && batch.isLarge ? max(1, jobs - 1) : jobs
                while window.running < allowed, window.hasRoom, batch.hasRoom, !report.wasStopped, !Task.isCancelled,
                    let chunk = chunks.next()
                {
                    let number = window.start(weight: chunk.weight, bytes: chunk.bytes)
                    group.addTask { [inputs = chunk.inputs] in .prepared(number, inputs.flatMap(prepare)) }
                }
            }
            func write() {
                guard !isWriting, batch.isFull || window.running == 0, let full = batch.take() else { return }
                isWriting = true
                // Stopping stops the readers, never what is being written.
                let writing = Task { try await archiver.write(full) }
                group.addTask { .written(try await writing.value) }
            }

            submit()
            while let step = try await group.next() {
                switch step {
                case .written(let events):
                    isWriting = false
                    for event in events { report.add(event) }
                    progress(meter.progress(report.counts))
                case .prepared(let number, let captures):
                    for ready in window.finish(number, captures) where !report.wasStopped {
                        var captures = ready.captures
                        if options.isStrict, let rejected = captures.firstIndex(where: \.isRejected) {
                            captures.removeSubrange((rejected + 1)...)
                            report.wasStopped = true
                        }
                        batch.add(captures)
                        meter.count(captures.count, bytes: ready.bytes)
                    }
                    if meter.isDue { progress(meter.progress(report.counts)) }
                }
                submit()
                write()
            }
        }
        report.wasStopped = report.wasStopped || Task.isCancelled
        return report
    }
}

/// What a task of an ingest has done.
private enum Step: Sendable {
    /// The chunk of that number is prepared.
    case prepared(Int, [PreparedCapture])
    case written([IngestEvent])
}

/// How much there is to be read, as far as it is known.
struct ProgressTotal {
    var captures: Int?
    var bytes: Int?
}

/// How far an ingest is.
private struct Meter {
    private let start: ContinuousClock.Instant
    private let total: @Sendable () -> ProgressTotal
    private var told: ContinuousClock.Instant
    private var done = 0
    private var doneBytes = 0

    init(start: ContinuousClock.Instant, total: @escaping @Sendable () -> ProgressTotal) {
        (self.start, told) = (start, start)
        self.total = total
    }

    /// Whether nothing was told for a quarter of a second.
    var isDue: Bool { ContinuousClock.now - told > .milliseconds(250) }

    mutating func count(_ captures: Int, bytes: Int) {
        done += captures
        doneBytes += bytes
    }

    mutating func progress(_ counts: IngestCounts) -> IngestProgress {
        told = .now
        let total = total()
        return IngestProgress(
            counts: counts, total: total.captures, done: done, totalBytes: total.bytes, doneBytes: doneBytes,
            seconds: Self.seconds(since: start))
    }

    static func seconds(since start: ContinuousClock.Instant) -> Double {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}

/// The chunks that are being prepared, and those that wait for an earlier one.
private struct Window {
    private var next = 0
    private var delivered = 0
    private var waiting: [Int: [PreparedCapture]] = [:]
    private var weights: [Int: (weight: Int, bytes: Int)] = [:]
    private var held = 0
    private let limit: Int
    /// How many chunks are being prepared.
    private(set) var running = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// Whether another chunk may be started; always when nothing is held, so that a huge input is read alone.
    var hasRoom: Bool { held < limit && waiting.count < 128 }

    mutating func start(weight: Int, bytes: Int) -> Int {
        defer { next += 1 }
        running += 1
        held += weight
        weights[next] = (weight, bytes)
        return next
    }

    /// What can be delivered now that chunk `number` is prepared, in order, with the bytes of its inputs.
    mutating func finish(_ number: Int, _ prepared: [PreparedCapture]) -> [(captures: [PreparedCapture], bytes: Int)] {
        running -= 1
        waiting[number] = prepared
        var ready: [(captures: [PreparedCapture], bytes: Int)] = []
        while let captures = waiting.removeValue(forKey: delivered) {
            let (weight, bytes) = weights.removeValue(forKey: delivered) ?? (0, 0)
            held -= weight
            ready.append((captures, bytes))
            delivered += 1
        }
        return ready
    }
}

/// Inputs in groups that are neither long nor heavy.
private struct Chunks<Base: Sequence> {
    private var inputs: Base.Iterator
    private let length: Int
    private let limit: Int
    private let weight: (Base.Element) -> Int
    private let bytes: (Base.Element) -> Int

    init(
        _ inputs: Base, length: Int, limit: Int, weight: @escaping (Base.Element) -> Int,
        bytes: @escaping (Base.Element) -> Int
    ) {
        self.inputs = inputs.makeIterator()
        self.length = length
        self.limit = limit
        self.weight = weight
        self.bytes = bytes
    }

    mutating func next() -> (inputs: [Base.Element], weight: Int, bytes: Int)? {
        var chunk: [Base.Element] = []
        var (total, read) = (0, 0)
        while chunk.count < length, total < limit, let input = inputs.next() {
            chunk.append(input)
            total += weight(input)
            read += bytes(input)
        }
        return chunk.isEmpty ? nil : (chunk, total, read)
    }
}

extension PreparedCapture {
    fileprivate var isRejected: Bool {
        if case .rejected = self { true } else { false }
    }
}
