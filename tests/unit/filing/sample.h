// A small, complete Form 4 that tests bend: replaced(whole(), "<value>250</value>", "<value/>").
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "filing/reader.h"

namespace stakebook::sample {

inline const char* const head = R"(<?xml version="1.0"?>
<ownershipDocument>
  <schemaVersion>X0508</schemaVersion>
  <documentType>4</documentType>
  <periodOfReport>2024-03-04</periodOfReport>
  <notSubjectToSection16>0</notSubjectToSection16>
  <issuer>
    <issuerCik>0009100077</issuerCik>
    <issuerName>Tamarack Pumps Inc</issuerName>
    <issuerTradingSymbol>TMRK</issuerTradingSymbol>
  </issuer>
  <reportingOwner>
    <reportingOwnerId>
      <rptOwnerCik>0009200077</rptOwnerCik>
      <rptOwnerName>Vesterholm Ada</rptOwnerName>
    </reportingOwnerId>
    <reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship>
  </reportingOwner>
  <aff10b5One>0</aff10b5One>
)";

inline const char* const table_i = R"(  <nonDerivativeTable>
    <nonDerivativeTransaction>
      <securityTitle><value>Common Stock</value></securityTitle>
      <transactionDate><value>2024-03-04</value></transactionDate>
      <transactionCoding>
        <transactionFormType>4</transactionFormType>
        <transactionCode>S</transactionCode>
        <equitySwapInvolved>0</equitySwapInvolved>
      </transactionCoding>
      <transactionAmounts>
        <transactionShares><value>250</value></transactionShares>
    <transactionPricePerShare><value>66.903</value><footnoteId id="F1"/></transactionPricePerShare>
        <transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode>
      </transactionAmounts>
      <postTransactionAmounts>
        <sharesOwnedFollowingTransaction><value>1750</value></sharesOwnedFollowingTransaction>
      </postTransactionAmounts>
      <ownershipNature>
        <directOrIndirectOwnership><value>D</value></directOrIndirectOwnership>
      </ownershipNature>
    </nonDerivativeTransaction>
  </nonDerivativeTable>
)";

inline const char* const table_ii = R"(  <derivativeTable>
    <derivativeTransaction>
      <securityTitle><value>Stock Option</value></securityTitle>
      <conversionOrExercisePrice><value>12.50</value></conversionOrExercisePrice>
      <transactionDate><value>2024-03-04</value></transactionDate>
      <transactionCoding>
        <transactionFormType>4</transactionFormType>
        <transactionCode>A</transactionCode>
        <equitySwapInvolved>0</equitySwapInvolved>
      </transactionCoding>
      <transactionAmounts>
        <transactionShares><value>900</value></transactionShares>
        <transactionPricePerShare><value>0</value></transactionPricePerShare>
        <transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode>
      </transactionAmounts>
      <exerciseDate><footnoteId id="F2"/></exerciseDate>
      <expirationDate><value>2034-03-03</value></expirationDate>
      <underlyingSecurity>
        <underlyingSecurityTitle><value>Common Stock</value></underlyingSecurityTitle>
        <underlyingSecurityShares><value>900</value></underlyingSecurityShares>
      </underlyingSecurity>
      <postTransactionAmounts>
        <sharesOwnedFollowingTransaction><value>900</value></sharesOwnedFollowingTransaction>
      </postTransactionAmounts>
      <ownershipNature>
        <directOrIndirectOwnership><value>I</value></directOrIndirectOwnership>
        <natureOfOwnership><value>By Trust</value></natureOfOwnership>
      </ownershipNature>
    </derivativeTransaction>
  </derivativeTable>
)";

inline const char* const tail = R"(  <footnotes>
    <footnote id="F1">An average of several prices.</footnote>
    <footnote id="F2">One third a year.</footnote>
  </footnotes>
  <remarks></remarks>
  <ownerSignature>
    <signatureName>/s/ Ada Vesterholm</signatureName>
    <signatureDate>2024-03-05</signatureDate>
  </ownerSignature>
</ownershipDocument>
)";

inline std::string whole() { return std::string(head) + table_i + table_ii + tail; }

// `text` with the first `from` replaced; fails the test where there is none.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, "the sample has no ", std::string(from));
  return text.replace(at, from.size(), to);
}

inline Filing read(const std::string& text) {
  const ReadResult result = read_filing(text);
  REQUIRE_MESSAGE(result.filing, (result.refusal ? result.refusal->message : std::string()));
  return *result.filing;
}

inline Diagnostic refusal(const std::string& text, const ReadLimits& limits = {}) {
  const ReadResult result = read_filing(text, limits);
  REQUIRE(result.refusal);
  CHECK_FALSE(result.filing);
  return *result.refusal;
}

// "code at place: message" of every diagnostic, one a line.
inline std::string told(const Filing& filing) {
  std::string text;
  for (const Diagnostic& diagnostic : filing.diagnostics) {
    if (!text.empty()) text += '\n';
    text += diagnostic.code + " at " + diagnostic.place + ": " + diagnostic.message;
  }
  return text;
}

inline std::string codes(const Filing& filing) {
  std::string text;
  for (const Diagnostic& diagnostic : filing.diagnostics) {
    text += (text.empty() ? "" : " ") + diagnostic.code;
  }
  return text;
}

}  // namespace stakebook::sample
