import Foundation

/// Makes the model that names are recognized with:
///     newsarchive-train words TEXT.txt > words.txt
///     newsarchive-train clusters words.txt > clusters.tsv
///     newsarchive-train places places.tsv OUTPUT
///     newsarchive-train model FOLDER OUTPUT [--hold-out FOLDER [FILE…]]
/// `scripts/train-entities` calls these one after the other.
let arguments = Array(CommandLine.arguments.dropFirst())
do {
    switch arguments.first {
    case "words" where arguments.count == 2: try WordLister(path: arguments[1]).write()
    case "clusters" where arguments.count == 2: try ClusterMaker(path: arguments[1]).write()
    case "places" where arguments.count == 3:
        try PlaceTableMaker(path: arguments[1]).write(to: arguments[2])
    case "model" where arguments.count == 3 || arguments.count > 4 && arguments[3] == "--hold-out":
        let maker = ModelMaker(
            folder: arguments[1], holdOut: arguments.count > 4 ? arguments[4] : nil,
            heldFiles: Array(arguments.dropFirst(5)))
        try maker.write(to: arguments[2])
    default:
        FileHandle.standardError.write(
            Data(
                """
                newsarchive-train: words TEXT | clusters WORDS | places TSV OUTPUT | \
                model FOLDER OUTPUT [--hold-out FOLDER]

                """.utf8))
        exit(2)
    }
} catch {
    FileHandle.standardError.write(Data("newsarchive-train: \(error)\n".utf8))
    exit(1)
}
