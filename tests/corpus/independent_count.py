#!/usr/bin/env python3
"""Counts rows, owners and footnotes of real filings and compares them with a ledger, file by file.

    independent_count.py STAKEBOOK CORPUS     imports the corpus into a ledger of its own
    independent_count.py --selftest           the counter against documents whose counts are known

Nothing of the engine counts here: documents are parsed by Python's xml.etree (expat), the ledger's
file is read by Python's sqlite3, and MANIFEST.tsv was made with a third library. Every document
below edgar/, loose/ and submissions/ must be in the ledger once, with as many rows of each table
and kind, owners, footnotes, citations and signatures as its file has. Exit code 1 where one is not.
"""
import csv
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

NAMES = ("table I transactions", "table I holdings", "table II transactions", "table II holdings",
         "owners", "footnotes", "citations", "signatures")


def ownership_xml(data):
    """The bytes of the ownership document in a file: the whole file, or a submission's part."""
    part = re.search(rb"<ownershipDocument[ >].*</ownershipDocument\s*>", data, re.DOTALL)
    return part.group(0) if part else None


def counts_of_xml(data):
    """What a document holds, or None where it is no well-formed ownership document."""
    document = ownership_xml(data)
    if document is None:
        return None
    try:
        root = ElementTree.fromstring(document)
    except ElementTree.ParseError:
        try:
            root = ElementTree.fromstring(document.decode("cp1252"))
        except (ElementTree.ParseError, UnicodeDecodeError):
            return None

    def count(tag, within=root):
        return sum(1 for _ in within.iter(tag))

    def old_rows(tag, transaction):
        """Schema X0101 has one element for both kinds; only a transaction has a date or amounts."""
        return sum(1 for row in root.iter(tag)
                   if transaction == (row.find("transactionDate") is not None
                                      or row.find("transactionAmounts") is not None))

    def citations():
        """Each footnote that an element cites, once an element."""
        return sum(len({child.get("id") for child in element if child.tag == "footnoteId"})
                   for element in root.iter())

    return (count("nonDerivativeTransaction") + old_rows("nonDerivativeSecurity", True),
            count("nonDerivativeHolding") + old_rows("nonDerivativeSecurity", False),
            count("derivativeTransaction") + old_rows("derivativeSecurity", True),
            count("derivativeHolding") + old_rows("derivativeSecurity", False),
            count("reportingOwner"), count("footnote"), citations(), count("ownerSignature"))


def counts_of_entry(database, entry):
    def one(sql):
        return database.execute(sql, (entry,)).fetchone()[0]

    rows = {(part, kind): number for part, kind, number in database.execute(
        "SELECT part, kind, count(*) FROM row WHERE entry = ? GROUP BY part, kind", (entry,))}
    return tuple(rows.get(key, 0) for key in (("I", "transaction"), ("I", "holding"),
                                              ("II", "transaction"), ("II", "holding"))) + (
        one("SELECT count(*) FROM owner WHERE entry = ?"),
        one("SELECT count(*) FROM footnote WHERE entry = ?"),
        one("SELECT count(*) FROM citation WHERE entry = ?"),
        one("SELECT count(*) FROM signature WHERE entry = ?"))


def difference(of_file, of_ledger):
    return "; ".join(f"{name}: {in_file} in the file, {in_ledger} in the ledger"
                     for name, in_file, in_ledger in zip(NAMES, of_file, of_ledger)
                     if in_file != in_ledger)


def files_below(folder):
    for path, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if not name.endswith(".json"):
                yield os.path.join(path, name)


def manifest_of(corpus):
    with open(os.path.join(corpus, "MANIFEST.tsv"), newline="", encoding="utf-8") as file:
        return {os.path.join(corpus, line["path"]): line
                for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def manifest_counts(line):
    return tuple(int(line[column]) for column in (
        "table1_transactions", "table1_holdings", "table2_transactions", "table2_holdings",
        "footnotes"))


def compare(database, corpus):
    """What is wrong, and how many files and rows were compared."""
    entries = {}
    for entry, source in database.execute("SELECT number, source FROM entry ORDER BY number"):
        entries.setdefault(source, []).append(entry)
    set_aside = {source for (source,) in database.execute("SELECT source FROM set_aside")}
    manifest = manifest_of(corpus)
    wrong, files, rows = [], 0, 0
    unseen = set(manifest)
    for folder in ("edgar", "loose", "submissions"):
        for path in files_below(os.path.join(corpus, folder)):
            with open(path, "rb") as file:
                counts = counts_of_xml(file.read())
            if counts is None:
                if path not in set_aside and path not in entries:
                    wrong.append(f"{path}: neither in the ledger nor set aside")
                continue
            files += 1
            rows += sum(counts[:4])
            if path in manifest:
                unseen.discard(path)
                if counts[:4] + (counts[5],) != manifest_counts(manifest[path]):
                    wrong.append(f"{path}: the manifest counts {manifest_counts(manifest[path])}")
            if len(entries.get(path, ())) != 1:
                wrong.append(f"{path}: {len(entries.get(path, ()))} entries in the ledger")
                continue
            found = difference(counts, counts_of_entry(database, entries[path][0]))
            if found:
                wrong.append(f"{path}: {found}")
    wrong.extend(f"{path}: in the manifest, and no such document" for path in sorted(unseen))
    return wrong, files, rows


def selftest():
    text = b"""junk<ownershipDocument><reportingOwner/><reportingOwner/><nonDerivativeTable>
      <nonDerivativeTransaction><a><footnoteId id="F1"/><footnoteId id="F1"/></a>
      <b><footnoteId id="F1"/><footnoteId id="F2"/></b></nonDerivativeTransaction>
      <nonDerivativeHolding/></nonDerivativeTable><derivativeSecurity><transactionDate/>
      </derivativeSecurity><derivativeSecurity/><footnotes><footnote id="F1">x</footnote></footnotes>
      <ownerSignature/></ownershipDocument> more"""
    expected = (1, 1, 1, 1, 2, 1, 3, 1)
    assert counts_of_xml(text) == expected, counts_of_xml(text)
    assert counts_of_xml(b"<ownershipDocument>\xe9</ownershipDocument>") == (0,) * 8
    assert counts_of_xml(b"<html/>") is None
    assert counts_of_xml(b"<ownershipDocument><a></ownershipDocument>") is None
    assert difference(expected, expected) == ""
    assert difference(expected, (0,) + expected[1:]) == (
        "table I transactions: 1 in the file, 0 in the ledger")


def main(arguments):
    if arguments == ["--selftest"]:
        selftest()
        return 0
    stakebook, corpus = arguments
    if not os.path.exists(os.path.join(corpus, "MANIFEST.tsv")):
        print("skipped: ../shared/corpus is not here")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        ledger = os.path.join(folder, "count.db")
        paths = [os.path.join(corpus, part) for part in ("edgar", "loose", "submissions")]
        subprocess.run([stakebook, "--ledger", ledger, "import", *paths], check=True,
                       stdout=subprocess.DEVNULL)
        with sqlite3.connect(ledger) as database:
            wrong, files, rows = compare(database, corpus)
        database.close()
    for one in wrong:
        print(one)
    print(f"{files} documents with {rows} rows compared, {len(wrong)} differ")
    return 1 if wrong or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
