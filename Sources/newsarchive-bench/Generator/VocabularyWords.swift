/// How many of `listedWords` are function words.
let functionWordCount = functionWords.count

/// The words that have a place of their own in the vocabulary, the commonest first.
let listedWords: [String] = functionWords + contentWords

private let functionWords = words(
    """
    the of to and a in that for on is said with was as at by it from be has have he are an not his this will but they
    its were who or which been had their after more one would also about we up when out all over there than new no
    last other into her she two some if time between could before so what against during you can first most only
    under while where people three through because year years them our many any such should now may since those then
    these being both made did around still including even according however between another per several since until
    without within among just later down off very much well each do next own like how four five six every
    """)

private let contentWords = words(
    """
    government president country state minister police week month day officials group security million party company
    court world city report national public market news leader attack war military members part percent work plan law
    statement election vote home region support number system forces area case budget deal team trade council mayor
    school health water energy power bank river bridge border program service families children women men students
    workers police economy growth price prices oil gas tax law rights office union media press interview parliament
    opposition coalition talks agreement policy foreign defense interior finance justice agriculture transport culture
    education science research university hospital doctors patients virus disease vaccine treatment study data
    scientists climate weather storm flood floods fire drought earthquake rescue victims injured killed damage houses
    village town capital province district north south east west coast mountain valley forest island sea port airport
    railway road train bus ship aircraft flight passengers pilot crash accident investigation evidence judge trial
    prison sentence charges crime violence weapons army soldiers troops command operation airstrike missile base
    exercise peace ceasefire conflict crisis refugees migrants asylum aid food supplies shelter camp mission embassy
    ambassador envoy visit summit meeting conference session debate reform bill measure decision proposal rule
    regulation commission committee chairman director spokesman spokeswoman adviser deputy secretary governor senator
    candidate campaign voters poll results majority victory defeat protest protesters demonstration strike rally crowd
    square street building tower museum theatre cinema film music concert festival artist writer book author history
    church holiday tourism hotel restaurant farm farmers harvest wheat rice cattle fish coffee sugar industry factory
    plant production export exports import imports sales profit loss shares investors investment fund loan debt credit
    currency dollar euro inflation interest rate quarter forecast analyst firm business customers consumer store
    product technology internet network computer software phone satellite space rocket launch test experiment
    laboratory engineer project construction contract cost project tender housing land property owner insurance pension
    wage wages salary job jobs unemployment labour employer employees training skills teacher pupils class exam
    football match season league cup club player coach goal points championship tournament medal race record winner
    final half minutes score fans stadium tennis cycling swimming chess committee doping
    announced told added called warned expected reported confirmed denied agreed signed approved rejected accused
    arrested charged sentenced released returned arrived left opened closed started ended continued increased fell
    rose reached dropped moved built destroyed planned promised asked urged ordered decided voted won lost played led
    held met discussed visited joined sent received paid bought sold found lost saw showed published launched
    suspended resumed delayed cancelled restored repaired protected attacked defended occupied freed helped
    large small high low long short early late old young good bad strong weak local regional international federal
    economic political social medical legal financial nuclear digital public private independent joint common special
    former current recent senior general main major minor serious possible likely official final free full open
    difficult important necessary available responsible average total annual daily weekly monthly
    situation problem question answer issue reason result effect change risk threat danger damage loss hope fear
    concern interest demand offer request order right duty role position view opinion idea view word name list line
    level point side end beginning middle history future past century decade hour minute morning evening night
    """)

private func words(_ text: String) -> [String] {
    var seen: Set<String> = []
    return text.split(whereSeparator: \.isWhitespace).map(String.init).filter { seen.insert($0).inserted }
}
