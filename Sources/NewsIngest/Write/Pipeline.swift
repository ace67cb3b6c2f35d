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
    private static let batchLength = 3_000
    private static let batchBytes = 32 << 20
    private static let heldBytes = 64 << 20
    /// From this many new articles on, and if they are much of the archive, the index is merged at the end.
    private static let mergeThreshold = 5_000

    let archive: Archive
    let options: IngestOptions
    let outlets: OutletNames
    let total: Int?

    func run<Input: Sendable>(
        _ inputs: some Sequence<Input>, weight: @escaping (Input) -> Int, progress: @Sendable (IngestProgress) -> Void,
        prepare: @escaping @Sendable (Input) -> [PreparedCapture]
    ) async throws -> IngestReport {
        let start = ContinuousClock.now
        let runID = try archive.startRun(program: options.program)
        let archiver = CaptureArchiver(archive, run: runID)
        try archive.beginLoad()
        var report = IngestReport(listLimit: options.listLimit)
        do {
            report = try await load(
                inputs, weight: weight, into: archiver, start: start, progress: progress, prepare: prepare)
        } catch {
            try? archive.endLoad(merges: false) { true }
            throw error
        }
        try outlets.settleKeys(in: archive)
        let isLarge = report.counts.archived >= Self.mergeThreshold
        let merges = try isLarge && report.counts.archived * 4 >= archive.articleCount()
        try archive.endLoad(merges: merges && !report.wasStopped) { Task.isCancelled }
        try archive.updateRun(runID, counts: report.counts, isFinished: !report.wasStopped)
        report.seconds = Self.seconds(since: start)
        return report
    }

    private func load<Input: Sendable>(
        _ inputs: some Sequence<Input>, weight: @escaping (Input) -> Int, into archiver: CaptureArchiver,
        start: ContinuousClock.Instant, progress: @Sendable (IngestProgress) -> Void,
        prepare: @escaping @Sendable (Input) -> [PreparedCapture]
    ) async throws -> IngestReport {
        let jobs = max(1, options.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        var chunks = Chunks(inputs, length: Self.chunkLength, bytes: 1 << 20, weight: weight)
        var report = IngestReport(listLimit: options.listLimit)
        var done = 0
        try await withThrowingTaskGroup(of: (Int, [PreparedCapture]).self) { group in
            var window = Window(limit: Self.heldBytes)
            var batch: [PreparedCapture] = []
            var batchWeight = 0
            var writing: Task<[IngestEvent], any Error>?

            func submit() {
                while window.running < jobs, window.hasRoom, !Task.isCancelled, let chunk = chunks.next() {
                    let number = window.start(weight: chunk.weight)
                    group.addTask { (number, chunk.inputs.flatMap(prepare)) }
                }
            }
            func settle() async throws {
                guard let task = writing else { return }
                writing = nil
                for event in try await task.value { report.add(event) }
                progress(
                    IngestProgress(
                        counts: report.counts, total: total, done: done, seconds: Self.seconds(since: start)))
            }
            func write() async throws {
                guard !batch.isEmpty else { return }
                try await settle()
                let full = batch
                writing = Task { try await archiver.write(full) }
                batch = []
                batchWeight = 0
            }

            submit()
            while let (number, prepared) = try await group.next() {
                for (captures, weight) in window.finish(number, prepared) {
                    batch += captures
                    batchWeight += captures.reduce(weight) { $0 + $1.weight }
                    done += captures.count
                }
                submit()
                if options.isStrict, let rejected = batch.firstIndex(where: \.isRejected) {
                    batch.removeSubrange((rejected + 1)...)
                    group.cancelAll()
                    report.wasStopped = true
                    break
                }
                if batch.count >= Self.batchLength || batchWeight >= Self.batchBytes { try await write() }
            }
            try await write()
            try await settle()
        }
        report.wasStopped = report.wasStopped || Task.isCancelled
        return report
    }

    private static func seconds(since start: ContinuousClock.Instant) -> Double {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}

/// The chunks that are being prepared, and those that wait for an earlier one.
private struct Window {
    private var next = 0
    private var delivered = 0
    private var waiting: [Int: [PreparedCapture]] = [:]
    private var weights: [Int: Int] = [:]
    private var held = 0
    private let limit: Int
    /// How many chunks are being prepared.
    private(set) var running = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// Whether another chunk may be started; always when nothing is held, so that a huge input is read alone.
    var hasRoom: Bool { held < limit && waiting.count < 128 }

    mutating func start(weight: Int) -> Int {
        defer { next += 1 }
        running += 1
        held += weight
        weights[next] = weight
        return next
    }

    /// What can be delivered now that chunk `number` is prepared, in order, with the weight of its inputs.
    mutating func finish(_ number: Int, _ prepared: [PreparedCapture]) -> [(captures: [PreparedCapture], weight: Int)] {
        running -= 1
        waiting[number] = prepared
        var ready: [(captures: [PreparedCapture], weight: Int)] = []
        while let captures = waiting.removeValue(forKey: delivered) {
            let weight = weights.removeValue(forKey: delivered) ?? 0
            held -= weight
            ready.append((captures, weight))
            delivered += 1
        }
        return ready
    }
}

/// Inputs in groups that are neither long nor heavy.
private struct Chunks<Base: Sequence> {
    private var inputs: Base.Iterator
    private let length: Int
    private let bytes: Int
    private let weight: (Base.Element) -> Int

    init(_ inputs: Base, length: Int, bytes: Int, weight: @escaping (Base.Element) -> Int) {
        self.inputs = inputs.makeIterator()
        self.length = length
        self.bytes = bytes
        self.weight = weight
    }

    mutating func next() -> (inputs: [Base.Element], weight: Int)? {
        var chunk: [Base.Element] = []
        var total = 0
        while chunk.count < length, total < bytes, let input = inputs.next() {
            chunk.append(input)
            total += weight(input)
        }
        return chunk.isEmpty ? nil : (chunk, total)
    }
}

extension PreparedCapture {
    fileprivate var isRejected: Bool {
        if case .rejected = self { true } else { false }
    }
}
