-- A ledger of format 1, as the program of that format wrote it: two filings of a fixture, one of them
-- in a folder named by its accession number and beside an index, and a split.
PRAGMA application_id = 1400138562;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE as_filed (
  entry INTEGER NOT NULL REFERENCES entry,
  place TEXT NOT NULL,
  field TEXT NOT NULL,
  presence TEXT NOT NULL,       -- absent, empty or given
  text TEXT NOT NULL,           -- what was typed, where it is not the column's text: 66.9030
  PRIMARY KEY (entry, place, field)
) STRICT, WITHOUT ROWID;
INSERT INTO "as_filed" VALUES(1,'I.2','transaction_price_per_share','given','8.50');
INSERT INTO "as_filed" VALUES(1,'I.3','transaction_price_per_share','given','21.40');
INSERT INTO "as_filed" VALUES(1,'II.1','conversion_or_exercise_price','given','8.50');
INSERT INTO "as_filed" VALUES(2,'II.1','conversion_or_exercise_price','given','8.50');
CREATE TABLE citation (
  entry INTEGER NOT NULL REFERENCES entry,
  place TEXT NOT NULL,          -- form, owner.1, I.3, II.1, signature.1
  field TEXT NOT NULL,          -- a column of that place's table, or transaction_coding
  ordinal INTEGER NOT NULL,
  footnote TEXT NOT NULL,       -- the id it cites, whether there is such a footnote or not
  PRIMARY KEY (entry, place, field, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE diagnostic (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "diagnostic" VALUES(1,1,'accession-from-path','note','the accession number is that of the folder or file name','');
INSERT INTO "diagnostic" VALUES(1,2,'dates-from-index','note','filing date, period or form come from EDGAR''s index beside it','');
CREATE TABLE edgar_owner (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  cik TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE entry (
  number INTEGER PRIMARY KEY,   -- 1, 2, 3 ... without holes
  kind TEXT NOT NULL,           -- filing, or the kind of a record: split, opening, grant ...
  issuer INTEGER NOT NULL REFERENCES party,
  known TEXT NOT NULL,          -- when it became public, US Eastern
  source TEXT NOT NULL,         -- the path it was read from
  content_hash BLOB NOT NULL,   -- SHA-256 of the content alone
  hash BLOB NOT NULL            -- SHA-256 of the hash before it, the content and the circumstances
) STRICT;
INSERT INTO "entry" VALUES(1,'filing',1,'2024-06-13 24:00:00','9100001/000910000124000001/form4.xml',X'24795653B8C3736665E4618962DC36B66031F4B226DF6A2EABDAC144E64AC075',X'671CB4D092254C04A2FA6424D941A497284F6D2BBE2F881A7F8F8D79AAB744D4');
INSERT INTO "entry" VALUES(2,'filing',1,'2024-02-05 24:00:00','9100001/form3.xml',X'00C85F9FE4E8C6C2E53E923ED92E17119C7124B18A1A536D3FCFE9EA172B06BF',X'EA6CED0F4CF857F4DFA0BE1D49AC9C892EB96CAE7253F04E87917469E5826749');
INSERT INTO "entry" VALUES(3,'split',1,'2024-07-01 24:00:00','',X'44B3C9DD4EBB570BD585E77694AEB6D1F79612D1F944562CF32DAE691D0F379A',X'EF0160066B151AFC86DE7E750A32A7DB20B11966DC015FC248C277E1BB1DC866');
CREATE TABLE filing (
  entry INTEGER PRIMARY KEY REFERENCES entry,
  format TEXT NOT NULL,
  accession TEXT,               -- from here on what EDGAR says, NULL where the source does not
  accepted TEXT,
  filed TEXT,
  form TEXT,
  period TEXT,
  fiscal_year_end TEXT,
  edgar_issuer_cik TEXT,
  schema_version TEXT,          -- from here on what the document says
  document_type TEXT,
  period_of_report TEXT,
  date_of_original_submission TEXT,
  no_securities_owned TEXT,
  not_subject_to_section16 TEXT,
  form3_holdings_reported TEXT,
  form4_transactions_reported TEXT,
  issuer_cik TEXT,
  issuer_name TEXT,
  issuer_trading_symbol TEXT,
  issuer_foreign_trading_symbol TEXT,
  aff10b5_one TEXT,
  remarks TEXT
) STRICT;
INSERT INTO "filing" VALUES(1,'ownership XML','0009100001-24-000001',NULL,'2024-06-13','4','2024-06-10',NULL,NULL,'X0508','4','2024-06-10',NULL,NULL,NULL,NULL,NULL,'0009100001','Harrow Bay Instruments Inc.','HRBY',NULL,NULL,NULL);
INSERT INTO "filing" VALUES(2,'ownership XML',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'X0206','3','2024-02-01',NULL,'0',NULL,NULL,NULL,'0009100001','Harrow Bay Instruments Inc.','HRBY',NULL,NULL,NULL);
CREATE TABLE footnote (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,             -- F1
  text TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE holder (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,    -- of the owner in the document
  owner INTEGER NOT NULL REFERENCES party,
  issuer INTEGER NOT NULL REFERENCES party,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "holder" VALUES(1,1,2,1);
INSERT INTO "holder" VALUES(2,1,2,1);
CREATE TABLE owner (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  rpt_owner_cik TEXT,
  rpt_owner_name TEXT,
  rpt_owner_non_us_address_flag TEXT,
  rpt_owner_street1 TEXT,
  rpt_owner_street2 TEXT,
  rpt_owner_city TEXT,
  rpt_owner_non_us_state_territory TEXT,
  rpt_owner_state TEXT,
  rpt_owner_country TEXT,
  rpt_owner_zip_code TEXT,
  rpt_owner_state_description TEXT,
  rpt_owner_good_address TEXT,
  is_director TEXT,
  is_officer TEXT,
  is_ten_percent_owner TEXT,
  is_other TEXT,
  officer_title TEXT,
  other_text TEXT,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "owner" VALUES(1,1,'0009200001','Lindqvist Tove',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'1',NULL,NULL,'Chief Financial Officer',NULL);
INSERT INTO "owner" VALUES(2,1,'0009200001','Lindqvist Tove',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'1',NULL,NULL,'Chief Financial Officer',NULL);
CREATE TABLE party (
  id INTEGER PRIMARY KEY,
  role TEXT NOT NULL,           -- issuer or owner
  within INTEGER REFERENCES party,  -- the issuer, for an owner that came without a CIK
  first_entry INTEGER NOT NULL REFERENCES entry
) STRICT;
INSERT INTO "party" VALUES(1,'issuer',NULL,1);
INSERT INTO "party" VALUES(2,'owner',NULL,1);
CREATE TABLE party_name (
  number INTEGER PRIMARY KEY,
  party INTEGER NOT NULL REFERENCES party,
  kind TEXT NOT NULL,           -- cik, name or symbol
  name TEXT NOT NULL,
  search TEXT NOT NULL,         -- the name in lower case, runs of white space one blank
  first_entry INTEGER NOT NULL REFERENCES entry
) STRICT;
INSERT INTO "party_name" VALUES(1,1,'cik','0009100001','0009100001',1);
INSERT INTO "party_name" VALUES(2,1,'name','Harrow Bay Instruments Inc.','harrow bay instruments inc.',1);
INSERT INTO "party_name" VALUES(3,1,'symbol','HRBY','hrby',1);
INSERT INTO "party_name" VALUES(4,2,'cik','0009200001','0009200001',1);
INSERT INTO "party_name" VALUES(5,2,'name','Lindqvist Tove','lindqvist tove',1);
CREATE TABLE record (
  entry INTEGER PRIMARY KEY REFERENCES entry,
  effective TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  issuer TEXT,                  -- as entered: a CIK or a name
  owner TEXT,
  security_title TEXT,
  derivative TEXT,              -- 1: Table II
  direct TEXT,
  nature TEXT,
  strike TEXT,
  expiration TEXT,
  quantity TEXT,                -- an opening's balance, else what moved or was granted
  price TEXT,
  ratio TEXT,                   -- a split: new for one old
  reference TEXT,               -- terms: the grant; a correction: the row
  terms TEXT,                   -- vesting terms, in the grammar of the format's description
  field TEXT,                   -- a correction's
  corrected TEXT
) STRICT;
INSERT INTO "record" VALUES(3,'2024-07-01','A. Keeper','8-K','0009100001',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2',NULL,NULL,NULL,NULL);
CREATE TABLE row (
  entry INTEGER NOT NULL REFERENCES entry,
  part TEXT NOT NULL,           -- I or II
  number INTEGER NOT NULL,      -- in document order, transactions and holdings together
  kind TEXT NOT NULL,           -- transaction or holding
  security_title TEXT,
  conversion_or_exercise_price TEXT,
  transaction_date TEXT,
  deemed_execution_date TEXT,
  transaction_form_type TEXT,
  transaction_code TEXT,
  equity_swap_involved TEXT,
  transaction_timeliness TEXT,
  transaction_shares TEXT,
  transaction_total_value TEXT,
  transaction_price_per_share TEXT,
  transaction_acquired_disposed_code TEXT,
  exercise_date TEXT,
  expiration_date TEXT,
  underlying_security_title TEXT,
  underlying_security_shares TEXT,
  underlying_security_value TEXT,
  shares_owned_following_transaction TEXT,
  value_owned_following_transaction TEXT,
  direct_or_indirect_ownership TEXT,
  nature_of_ownership TEXT,
  PRIMARY KEY (entry, part, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "row" VALUES(1,'I',1,'transaction','Common Stock',NULL,'2024-06-10',NULL,'4','S','0',NULL,'1500',NULL,'21.75','D',NULL,NULL,NULL,NULL,NULL,'12500',NULL,'D',NULL);
INSERT INTO "row" VALUES(1,'I',2,'transaction','Common Stock',NULL,'2024-06-10',NULL,'4','M','0',NULL,'5000',NULL,'8.5','A',NULL,NULL,NULL,NULL,NULL,'17000',NULL,'D',NULL);
INSERT INTO "row" VALUES(1,'I',3,'transaction','Common Stock',NULL,'2024-06-10',NULL,'4','S','0',NULL,'3000',NULL,'21.4','D',NULL,NULL,NULL,NULL,NULL,'14000',NULL,'D',NULL);
INSERT INTO "row" VALUES(1,'II',1,'transaction','Stock Option (Right to Buy)','8.5','2024-06-10',NULL,'4','M','0',NULL,'5000',NULL,'0','D','2022-03-15','2031-03-15','Common Stock','5000',NULL,'15000',NULL,'D',NULL);
INSERT INTO "row" VALUES(2,'I',1,'holding','Common Stock',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'12000',NULL,'D',NULL);
INSERT INTO "row" VALUES(2,'II',1,'holding','Stock Option (Right to Buy)','8.5',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2022-03-15','2031-03-15','Common Stock','20000',NULL,NULL,NULL,'D',NULL);
CREATE TABLE set_aside (
  number INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  place TEXT NOT NULL,
  hash BLOB NOT NULL            -- SHA-256 of the hash before it and the columns before it
) STRICT;
CREATE TABLE signature (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  signature_name TEXT,
  signature_date TEXT,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "signature" VALUES(1,1,'Tove Lindqvist','2024-06-12');
INSERT INTO "signature" VALUES(2,1,'Tove Lindqvist','2024-02-05');
CREATE TABLE unread (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_by_issuer ON entry (issuer, known);
CREATE INDEX entry_by_content ON entry (content_hash);
CREATE INDEX entry_of_record ON entry (issuer) WHERE kind <> 'filing';
CREATE INDEX filing_by_accession ON filing (accession) WHERE accession IS NOT NULL;
CREATE INDEX holder_by_owner ON holder (owner, issuer);
CREATE INDEX party_name_by_party ON party_name (party, kind, search);
CREATE INDEX party_name_by_search ON party_name (search, kind, party);
CREATE INDEX set_aside_by_source ON set_aside (source);
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'a ledger only grows: entry is never changed'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'a ledger only grows: entry is never changed'); END;
CREATE TRIGGER entry_no_replace BEFORE INSERT ON entry WHEN EXISTS (SELECT 1 FROM entry WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: entry is never changed'); END;
CREATE TRIGGER filing_no_update BEFORE UPDATE ON filing BEGIN SELECT RAISE(ABORT, 'a ledger only grows: filing is never changed'); END;
CREATE TRIGGER filing_no_delete BEFORE DELETE ON filing BEGIN SELECT RAISE(ABORT, 'a ledger only grows: filing is never changed'); END;
CREATE TRIGGER filing_no_replace BEFORE INSERT ON filing WHEN EXISTS (SELECT 1 FROM filing WHERE entry = NEW.entry) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: filing is never changed'); END;
CREATE TRIGGER edgar_owner_no_update BEFORE UPDATE ON edgar_owner BEGIN SELECT RAISE(ABORT, 'a ledger only grows: edgar_owner is never changed'); END;
CREATE TRIGGER edgar_owner_no_delete BEFORE DELETE ON edgar_owner BEGIN SELECT RAISE(ABORT, 'a ledger only grows: edgar_owner is never changed'); END;
CREATE TRIGGER edgar_owner_no_replace BEFORE INSERT ON edgar_owner WHEN EXISTS (SELECT 1 FROM edgar_owner WHERE entry = NEW.entry AND position = NEW.position) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: edgar_owner is never changed'); END;
CREATE TRIGGER holder_no_update BEFORE UPDATE ON holder BEGIN SELECT RAISE(ABORT, 'a ledger only grows: holder is never changed'); END;
CREATE TRIGGER holder_no_delete BEFORE DELETE ON holder BEGIN SELECT RAISE(ABORT, 'a ledger only grows: holder is never changed'); END;
CREATE TRIGGER holder_no_replace BEFORE INSERT ON holder WHEN EXISTS (SELECT 1 FROM holder WHERE entry = NEW.entry AND position = NEW.position) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: holder is never changed'); END;
CREATE TRIGGER owner_no_update BEFORE UPDATE ON owner BEGIN SELECT RAISE(ABORT, 'a ledger only grows: owner is never changed'); END;
CREATE TRIGGER owner_no_delete BEFORE DELETE ON owner BEGIN SELECT RAISE(ABORT, 'a ledger only grows: owner is never changed'); END;
CREATE TRIGGER owner_no_replace BEFORE INSERT ON owner WHEN EXISTS (SELECT 1 FROM owner WHERE entry = NEW.entry AND position = NEW.position) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: owner is never changed'); END;
CREATE TRIGGER row_no_update BEFORE UPDATE ON row BEGIN SELECT RAISE(ABORT, 'a ledger only grows: row is never changed'); END;
CREATE TRIGGER row_no_delete BEFORE DELETE ON row BEGIN SELECT RAISE(ABORT, 'a ledger only grows: row is never changed'); END;
CREATE TRIGGER row_no_replace BEFORE INSERT ON row WHEN EXISTS (SELECT 1 FROM row WHERE entry = NEW.entry AND part = NEW.part AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: row is never changed'); END;
CREATE TRIGGER footnote_no_update BEFORE UPDATE ON footnote BEGIN SELECT RAISE(ABORT, 'a ledger only grows: footnote is never changed'); END;
CREATE TRIGGER footnote_no_delete BEFORE DELETE ON footnote BEGIN SELECT RAISE(ABORT, 'a ledger only grows: footnote is never changed'); END;
CREATE TRIGGER footnote_no_replace BEFORE INSERT ON footnote WHEN EXISTS (SELECT 1 FROM footnote WHERE entry = NEW.entry AND position = NEW.position) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: footnote is never changed'); END;
CREATE TRIGGER citation_no_update BEFORE UPDATE ON citation BEGIN SELECT RAISE(ABORT, 'a ledger only grows: citation is never changed'); END;
CREATE TRIGGER citation_no_delete BEFORE DELETE ON citation BEGIN SELECT RAISE(ABORT, 'a ledger only grows: citation is never changed'); END;
CREATE TRIGGER citation_no_replace BEFORE INSERT ON citation WHEN EXISTS (SELECT 1 FROM citation WHERE entry = NEW.entry AND place = NEW.place AND field = NEW.field AND ordinal = NEW.ordinal) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: citation is never changed'); END;
CREATE TRIGGER as_filed_no_update BEFORE UPDATE ON as_filed BEGIN SELECT RAISE(ABORT, 'a ledger only grows: as_filed is never changed'); END;
CREATE TRIGGER as_filed_no_delete BEFORE DELETE ON as_filed BEGIN SELECT RAISE(ABORT, 'a ledger only grows: as_filed is never changed'); END;
CREATE TRIGGER as_filed_no_replace BEFORE INSERT ON as_filed WHEN EXISTS (SELECT 1 FROM as_filed WHERE entry = NEW.entry AND place = NEW.place AND field = NEW.field) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: as_filed is never changed'); END;
CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature BEGIN SELECT RAISE(ABORT, 'a ledger only grows: signature is never changed'); END;
CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature BEGIN SELECT RAISE(ABORT, 'a ledger only grows: signature is never changed'); END;
CREATE TRIGGER signature_no_replace BEFORE INSERT ON signature WHEN EXISTS (SELECT 1 FROM signature WHERE entry = NEW.entry AND position = NEW.position) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: signature is never changed'); END;
CREATE TRIGGER unread_no_update BEFORE UPDATE ON unread BEGIN SELECT RAISE(ABORT, 'a ledger only grows: unread is never changed'); END;
CREATE TRIGGER unread_no_delete BEFORE DELETE ON unread BEGIN SELECT RAISE(ABORT, 'a ledger only grows: unread is never changed'); END;
CREATE TRIGGER unread_no_replace BEFORE INSERT ON unread WHEN EXISTS (SELECT 1 FROM unread WHERE entry = NEW.entry AND position = NEW.position) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: unread is never changed'); END;
CREATE TRIGGER diagnostic_no_update BEFORE UPDATE ON diagnostic BEGIN SELECT RAISE(ABORT, 'a ledger only grows: diagnostic is never changed'); END;
CREATE TRIGGER diagnostic_no_delete BEFORE DELETE ON diagnostic BEGIN SELECT RAISE(ABORT, 'a ledger only grows: diagnostic is never changed'); END;
CREATE TRIGGER diagnostic_no_replace BEFORE INSERT ON diagnostic WHEN EXISTS (SELECT 1 FROM diagnostic WHERE entry = NEW.entry AND position = NEW.position) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: diagnostic is never changed'); END;
CREATE TRIGGER record_no_update BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'a ledger only grows: record is never changed'); END;
CREATE TRIGGER record_no_delete BEFORE DELETE ON record BEGIN SELECT RAISE(ABORT, 'a ledger only grows: record is never changed'); END;
CREATE TRIGGER record_no_replace BEFORE INSERT ON record WHEN EXISTS (SELECT 1 FROM record WHERE entry = NEW.entry) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: record is never changed'); END;
CREATE TRIGGER party_no_update BEFORE UPDATE ON party BEGIN SELECT RAISE(ABORT, 'a ledger only grows: party is never changed'); END;
CREATE TRIGGER party_no_delete BEFORE DELETE ON party BEGIN SELECT RAISE(ABORT, 'a ledger only grows: party is never changed'); END;
CREATE TRIGGER party_no_replace BEFORE INSERT ON party WHEN EXISTS (SELECT 1 FROM party WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: party is never changed'); END;
CREATE TRIGGER party_name_no_update BEFORE UPDATE ON party_name BEGIN SELECT RAISE(ABORT, 'a ledger only grows: party_name is never changed'); END;
CREATE TRIGGER party_name_no_delete BEFORE DELETE ON party_name BEGIN SELECT RAISE(ABORT, 'a ledger only grows: party_name is never changed'); END;
CREATE TRIGGER party_name_no_replace BEFORE INSERT ON party_name WHEN EXISTS (SELECT 1 FROM party_name WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: party_name is never changed'); END;
CREATE TRIGGER set_aside_no_update BEFORE UPDATE ON set_aside BEGIN SELECT RAISE(ABORT, 'a ledger only grows: set_aside is never changed'); END;
CREATE TRIGGER set_aside_no_delete BEFORE DELETE ON set_aside BEGIN SELECT RAISE(ABORT, 'a ledger only grows: set_aside is never changed'); END;
CREATE TRIGGER set_aside_no_replace BEFORE INSERT ON set_aside WHEN EXISTS (SELECT 1 FROM set_aside WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'a ledger only grows: set_aside is never changed'); END;
COMMIT;
