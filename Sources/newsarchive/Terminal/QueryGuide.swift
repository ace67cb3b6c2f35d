/// What `newsarchive help query` prints.
enum QueryGuide {
    static let text = """
        A query is words with blanks between; an article must hold all of them.

          ferry storm                 both words, in any of their forms; case and accents do not count
          "night train"               these words in this order
          ferry OR boat               one of them; OR and AND are written in capitals
          storm -ferry                not this one (also !ferry, NOT ferry)
          (ferry OR boat) storm       brackets
          ferr*                       words that begin so
          =Ferry                      only the printed form
          ferry NEAR/5 storm          at most five words between
          #trams                      the tag; #"night train"

        Words are looked for in headline, standfirst, body, tags, section and byline. A field in front says where:

          headline: standfirst: body: byline: dateline: related: footnote:
                                      words there; related: headlines shown beside the article
          tag: section: storyline: outlet: lang: entity: person: org: place: id: url:
                                      this value as a whole; tag:swan* for its beginning
          search:                     what a saved search finds, whatever else stands beside it: search:storms -ferry
          has:headline is:live        what there is (tags, entities, byline, date, published, related, footnotes), its kind
          date: published: captured: modified:
                                      2020, 2020-10, 2020-10-19, 2020-01..2020-03; date: is published, else captured
          since: until: after: before: on:
                                      the same for date:, with 7d, 2w or 3m for days, weeks and months back

        Examples: newsarchive search 'tag:swans since:2020-10 -ferry'
                  newsarchive search 'headline:("night train" OR tram) outlet:"Harbor Times"'

        A query always gives an answer; what was not understood is said. --explain shows how it was understood.
        """
}
