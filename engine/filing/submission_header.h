// The SGML header of an EDGAR submission, in both of its spellings.
//
//   ACCESSION NUMBER:   0001127602-25-001055      <ACCESSION-NUMBER>0001127602-25-001055
//   FILED AS OF DATE:   20250110                  <FILING-DATE>20250110
//   REPORTING-OWNER:                              <REPORTING-OWNER>
//     CENTRAL INDEX KEY:  0001494730              <CIK>0001494730
//
// 1. CIKs and the fiscal year's end belong to the block (issuer, reporting owner) they stand in.
// 2. Before 2003 the issuer's block is called SUBJECT COMPANY and an owner's may be FILED BY.
// 3. What cannot be read is absent, with a diagnostic; what is repeated counts once.
#pragma once

#include "filing/filing.h"
#include "filing/source_text.h"
#include "filing/xml_text.h"

namespace stakebook {

Submission read_submission_header(const SourceText& source, Span header, Diagnostics& diagnostics);

}  // namespace stakebook
