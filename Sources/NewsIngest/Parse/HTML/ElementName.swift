/// The name of an element in markup, told apart by a hash so that no string is made of it.
struct ElementName: Hashable {
    /// FNV-1a over the name in lower case (Fowler, Noll, Vo; 64 bits).
    let key: UInt64
    /// Where it stands in the page.
    let range: Range<Int>

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.range = range
        var hash = FNV.offset
        for index in range {
            let byte = bytes[index]
            let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            hash = (hash ^ UInt64(lower)) &* FNV.prime
        }
        key = hash
    }

    static func == (left: ElementName, right: ElementName) -> Bool { left.key == right.key }
    func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// What the standard's parser does with elements of this name, as far as it matters for keeping it within bounds.
    enum Role {
        /// Opens and must be closed.
        case ordinary
        /// Never closed, or closed by what follows it.
        case unclosed
        /// Opened again in every block until it is closed.
        case formatting
        /// As formatting, but one at a time.
        case anchor
        /// Its content is text up to its end tag.
        case rawText(name: String)
        /// A picture written as markup.
        case drawing
        /// Would make text of the rest of the page.
        case plaintext
    }

    /// The role of this name.
    var role: Role { Self.roles[key] ?? .ordinary }

    private static let roles: [UInt64: Role] = {
        var roles: [UInt64: Role] = [:]
        func add(_ names: String, _ role: (String) -> Role) {
            for name in names.split(separator: " ") {
                let key = Array(name.utf8).withUnsafeBufferPointer { ElementName($0, 0..<$0.count).key }
                roles[key] = role(String(name))
            }
        }
        add("area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr")
        {
            _ in .unclosed
        }
        add("html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rb rt rp rtc") {
            _ in .unclosed
        }
        add("b big code em font i nobr s small strike strong tt u") { _ in .formatting }
        add("a") { _ in .anchor }
        add("script style xmp iframe noembed noframes title textarea") { .rawText(name: $0) }
        add("svg") { _ in .drawing }
        add("plaintext") { _ in .plaintext }
        return roles
    }()
}
