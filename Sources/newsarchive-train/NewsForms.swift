import Foundation
import NewsEntities

/// Made-up lines of the forms that news agencies print and labelled texts hardly have: datelines, results, tables, headlines
/// that begin with who speaks. Names come from the gazetteer, at random but always the same.
struct NewsForms {
    private var random = SplitMix(state: 23)
    private let names: NamePool

    init(names: NamePool) {
        self.names = names
    }

    /// Documents of lines of one form each.
    mutating func documents(_ count: Int) -> [[LabelledSentence]] {
        (0..<count).map { number in
            (0..<(4 + random.below(8))).map { _ in sentence(Self.forms[number % Self.forms.count]) }
        }
    }

    /// P a full name, S a surname, I an initial with a surname, L a city, N a country, T a club, t a city as a
    /// club, r a region as a club, C a company, U a public body, n a number, s a score, d a day; what stands in
    /// `<>` is written in capitals.
    private static let forms = """
        <L> 1996-n-n | <L> , d n - | <L> d n ( Reuters ) - | <L> ( AP ) - | <L> | L , N | <L> , N , d n -
        T n T n | t n t n | T n T n | r n and n for n ( I n not out ) , r n ( I n , I n )
        L : r n ( I n ; I n-n ) . | At L : r n for n declared ( I n not out , I n ) v r .
        ( I n not out , I n ) , r n ( I n-n ) . | T n n n n n n n | t n n .n - | <t> at <t> | I c I b I n
        T beat T n-n . | S ( n-n ) took the loss for t . | T , n-n , v T | N n N n | t n n n n n n n
        T n n n n n n n | N n n n n n n | <T> n <T> n | <t> n <t> n .n | <t> n n .n n | t at t | <t> AT <t>
        T ( S n , S n ) n N n | n . P ( N ) n:n.n | n . P N n points | n - P ( N ) | P ( N ) beat P ( N ) s s
        P , N , beat n - P , N , s s | I ( N ) n | S c S b S n | I not out n | P N n n n n -
        Scorers : S ( n ) , S ( n ) | T : S n , S n | S : Time to Talk , Not to Fight
        S Says Talks to Go On in N | S : N to Keep Troops in N Over Next Year | N to Send Envoy to L - S
        S Calls for Peace in N | P Dies at n | SOCCER - <N> BEAT <N> n-n . | TENNIS - <S> WINS IN <L> .
        <N> SAYS TALKS WITH <N> GO ON . | <S> MEETS <S> IN <L> . | Shares in L closed higher on d .
        -- L newsroom +n n n n | Results of matches played in L on d :
        Standings after games played on d ( tabulate under won , lost , winning percentage ) :
        EASTERN DIVISION | W-L PCT GB | Shares of C rose n percent . | C said on d it would cut n jobs .
        C , based in L , reported a profit of n million . | Analysts at C said so . | P of C said sales fell .
        C chief executive P resigned . | C to buy C stake . | C shares slump on profit warning .
        C 's unit in L was sold to C . | <C> SAYS PROFIT FELL . | talks between C and C
        S , a professor at the U , said . | The U said on d it had no comment .
        officials of the U met S in L . | a spokesman for the U said | P , head of the U , left for L .
        The C deal with N 's U was signed . | Attendance : n,n . | N 's P , the champion , won in L .
        The town of L fell to the rebels . | south of the town of L | the village of L , near L | Battle for L
        L is a town in N . | Life Returns to L | the outskirts of L | a road between L and L was cut
        N Envoy Says It Recognizes S as Leader | S Wants to Keep Troops in N | Minister Slams S Over Advice
        P of N finished second . | T striker P scored twice .
        """.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map(String.init)

    private static let days = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "March", "Aug", "Sept",
        "December",
    ]

    private mutating func sentence(_ form: String) -> LabelledSentence {
        var sentence = LabelledSentence(words: [], labels: [])
        for part in form.split(separator: " ") {
            let isCapitals = part.hasPrefix("<")
            let code = isCapitals ? String(part.dropFirst().dropLast()) : String(part)
            let (words, begins) = filled(code)
            for (index, word) in words.enumerated() {
                sentence.words.append(isCapitals ? word.uppercased() : word)
                let inside = begins == .outside ? begins : Label(rawValue: begins.rawValue + 1) ?? begins
                sentence.labels.append(index == 0 ? begins : inside)
            }
        }
        return sentence
    }

    private mutating func filled(_ code: String) -> ([String], Label) {
        switch code {
        case "P": return ([names.firstName(&random)] + names.surname(&random), .beginsPerson)
        case "S": return (names.surname(&random), .beginsPerson)
        case "I": return ([names.initial(&random)] + names.surname(&random), .beginsPerson)
        case "L": return (names.city(&random), .beginsPlace)
        case "N": return (names.country(&random), .beginsPlace)
        case "T": return (names.club(&random), .beginsOrganization)
        case "t": return (names.city(&random), .beginsOrganization)
        case "C": return (names.company(&random), .beginsOrganization)
        case "U": return (names.body(&random), .beginsOrganization)
        case "r": return (names.region(&random), .beginsOrganization)
        case "s": return (["\(random.below(8))-\(random.below(8))"], .outside)
        case "d": return ([pick(Self.days)], .outside)
        default:
            let filled = code.contains("n") && !code.contains(where: { $0.isLetter && $0 != "n" })
            guard filled else { return ([code], .outside) }
            return ([code.map { $0 == "n" ? String(random.below(100)) : String($0) }.joined()], .outside)
        }
    }

    private mutating func pick(_ list: [String]) -> String { list[random.below(list.count)] }
}
