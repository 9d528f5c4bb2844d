"""Recomputes a ledger's chain from docs/reference/file-format.md, without Stakebook's code.

Usage: independent_verification.py LEDGER. Prints the head hash, or fails naming the entry or the
listing.
"""

import hashlib
import sqlite3
import sys

HEAD_EDGAR = ["accession", "accepted", "filed", "form", "period", "fiscal_year_end",
              "edgar_issuer_cik"]
RECORD = ["issuer", "owner", "security_title", "derivative", "direct", "nature", "strike",
          "expiration", "quantity", "price", "ratio", "reference", "terms", "field", "corrected"]
LISTING = ["filer", "form", "filed", "acceptance", "accepted", "period", "primary_document"]
FORMATS = {"ownership XML": 1, "EDGAR submission text": 2, "printed form": 3,
           "quarterly tables": 4, "printed form as HTML": 5}


def number(value):
    out = bytearray()
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def text(value):
    return number(len(value)) + value


def many(items):
    return number(len(items)) + b"".join(items)


def optional(value):
    return b"\0" if value is None else b"\1" + text(value)


class Ledger:
    def __init__(self, path):
        self.database = sqlite3.connect(path)
        self.database.text_factory = bytes
        self.database.row_factory = sqlite3.Row

    def rows(self, sql, *values):
        return self.database.execute(sql, values).fetchall()

    def field(self, entry, place, name, column):
        """`column` is what the field's column holds: None, b"" or a text."""
        typed = self.as_filed.get((place, name))
        cited = self.citations.get((place, name), [])
        if typed is not None:
            presence = {b"absent": 0, b"empty": 1, b"given": 2}[typed[0]]
            value, as_filed = column, typed[1]
        else:
            presence = 0 if column is None else 1 if column == b"" else 2
            value, as_filed = column or None, b""
        flags = presence + (value is not None) * 4 + (as_filed != b"") * 8 + (len(cited) > 0) * 16
        out = number(flags)
        if value is not None:
            out += text(value)
        if as_filed:
            out += text(as_filed)
        if cited:
            out += many([text(id) for id in cited])
        return out

    def fields(self, entry, place, row, names):
        return b"".join(self.field(entry, place, name, row[name]) for name in names)

    def filing(self, entry):
        self.as_filed, self.citations = {}, {}
        for row in self.rows("SELECT * FROM as_filed WHERE entry = ?", entry):
            key = row["place"].decode(), row["field"].decode()
            self.as_filed[key] = row["presence"], row["text"]
        for row in self.rows("SELECT * FROM citation WHERE entry = ? ORDER BY ordinal", entry):
            key = row["place"].decode(), row["field"].decode()
            self.citations.setdefault(key, []).append(row["footnote"])
        head = self.rows("SELECT * FROM filing WHERE entry = ?", entry)[0]
        names = head.keys()
        edgar = {name: head[name] for name in HEAD_EDGAR}
        if head["accession_from"] is not None:
            edgar["accession"] = None
        out = text(b"filing 1") + b"".join(optional(edgar[name]) for name in HEAD_EDGAR)
        out += many([text(row["cik"]) for row in self.table("edgar_owner", entry)])
        names = names[names.index("schema_version"):names.index("accession_from")]
        out += self.fields(entry, "form", head, names)
        out += many([self.fields(entry, f"owner.{row['position']}", row, row.keys()[2:])
                     for row in self.table("owner", entry)])
        for part in ("I", "II"):
            rows = self.rows("SELECT * FROM row WHERE entry = ? AND part = ? ORDER BY number",
                             entry, part)
            out += many([self.row(entry, f"{part}.{row['number']}", row) for row in rows])
        out += many([text(row["id"]) + text(row["text"]) for row in self.table("footnote", entry)])
        out += many([self.fields(entry, f"signature.{row['position']}", row, row.keys()[2:])
                     for row in self.table("signature", entry)])
        out += many([text(row["path"]) + text(row["text"]) for row in self.table("unread", entry)])
        return out

    def row(self, entry, place, row):
        coding = self.citations.get((place, "transaction_coding"), [])
        return (number(row["kind"] == b"holding") + self.fields(entry, place, row, row.keys()[4:]) +
                many([text(id) for id in coding]))

    def record(self, entry, kind, known):
        row = self.rows("SELECT * FROM record WHERE entry = ?", entry)[0]
        texts = [b"record 1", kind, row["effective"], known.removesuffix(b" 24:00:00"),
                 row["author"], row["reason"]]
        out = b"".join(map(text, texts)) + b"".join(optional(row[name]) for name in RECORD)
        return out + (b"" if row["other_owner"] is None else optional(row["other_owner"]))

    def table(self, name, entry):
        return self.rows(f"SELECT * FROM {name} WHERE entry = ? ORDER BY position", entry)

    def circumstances(self, entry):
        number_of = entry["number"]
        filing = self.rows("SELECT * FROM filing WHERE entry = ?", number_of)
        format_number = FORMATS[filing[0]["format"].decode()] if filing else 0
        out = text(entry["source"]) + number(format_number)
        out += many([b"".join(text(row[name]) for name in ("code", "severity", "message", "place"))
                     for row in self.table("diagnostic", number_of)])
        out += number(entry["issuer"])
        out += many([number(row["owner"]) for row in self.table("holder", number_of)])
        out += many([number(row["id"]) + text(row["role"]) + number(row["within"] or 0) for row in
                     self.rows("SELECT * FROM party WHERE first_entry = ? ORDER BY id", number_of)])
        names = self.rows("SELECT * FROM party_name WHERE first_entry = ? ORDER BY number",
                          number_of)
        out += many([number(row["number"]) + number(row["party"]) + text(row["kind"]) +
                     text(row["name"]) + text(row["search"]) for row in names])
        if filing and filing[0]["accession_from"] is not None:
            out += optional(filing[0]["accession"])
        return out

    def check_listings(self):
        previous = bytes(32)
        for row in self.rows("SELECT * FROM listing ORDER BY number"):
            content = text(b"listing 1") + text(row["accession"])
            content += b"".join(optional(row[name]) for name in LISTING)
            content += number(row["entry"] or 0) + text(row["source"])
            previous = hashlib.sha256(previous + content).digest()
            if previous != row["hash"]:
                sys.exit(f"listing {row['number']} does not verify")

    def head(self):
        previous = bytes(32)
        for entry in self.rows("SELECT * FROM entry ORDER BY number"):
            if entry["kind"] == b"filing":
                content = self.filing(entry["number"])
            else:
                content = self.record(entry["number"], entry["kind"], entry["known"])
            previous = hashlib.sha256(previous + content + self.circumstances(entry)).digest()
            if (hashlib.sha256(content).digest() != entry["content_hash"] or
                    previous != entry["hash"]):
                sys.exit(f"entry {entry['number']} does not verify")
        return previous.hex()


if __name__ == "__main__":
    ledger = Ledger(sys.argv[1])
    ledger.check_listings()
    print(ledger.head())
