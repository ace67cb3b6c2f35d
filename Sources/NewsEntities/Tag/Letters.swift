/// A Unicode scalar of UTF-8 and how many bytes it takes. Text is sound UTF-8 here.
@inline(__always)
func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[position])
    if first < 0x80 { return (first, 1) }
    func next(_ offset: Int) -> UInt32 {
        position + offset < bytes.count ? UInt32(bytes[position + offset]) & 0x3F : 0
    }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
}

/// Whether a scalar is part of words: letters, digits and marks of all scripts.
@inline(__always)
func isWordScalar(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isASCIILetter(scalar) || isDigit(scalar) }
    switch scalar {
    case 0..<0xC0: return scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA
    case 0xD7, 0xF7, 0x2000...0x206F, 0x2070...0x2BFF, 0x3000...0x303F, 0xFE00...0xFE6F, 0xFF00...0xFF0F,
        0xFFF0...0xFFFF, 0x1F000...0x1FAFF, 0x60C, 0x61B, 0x61F, 0x964, 0x965:
        return false
    default: return true
    }
}

@inline(__always)
func isASCIILetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar | 0x20) }

@inline(__always)
func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

/// The lower-case form of a letter that has one.
@inline(__always)
func lowercased(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar) ? scalar + 32 : scalar }
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F: return scalar + 32
    case 0x400...0x40F: return scalar + 80
    case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF, 0x48A...0x4BF: return scalar | 1
    case 0x139...0x148, 0x179...0x17E: return scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x218, 0x21A: return scalar + 1
    case 0x386, 0x388...0x38F:
        return Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar
    default: return scalar
    }
}
