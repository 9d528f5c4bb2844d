// Form 4s whose balances all chain, made one after the other, to measure reconciliation with.
//
//   const std::int64_t rows = for_each_filing({.rows = 1000, .rows_a_table = 15}, nullptr, visit);
//
// An issuer has 80 filings by 7 owners; filings of all issuers come in turn, as on EDGAR. Each has
// `rows_a_table` rows (at most 30, as the form allows) in Table I: options exercised and most of
// the shares sold; and as many in Table II: those options, and others given up.
#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <ostream>
#include <string>
#include <vector>

namespace chains {

inline constexpr std::int64_t filings_an_issuer = 80;
inline constexpr std::int64_t owners_an_issuer = 7;
inline constexpr int first_year = 2004;

struct Line {
  const char* code;
  bool acquired;
  std::int64_t shares;
  std::int64_t following;
};

// What an owner has: shares, options to exercise, options to give up.
using Holdings = std::array<std::int64_t, 3>;
inline constexpr Holdings start = {10'000, 100'000'000, 100'000'000};

template <class... Values>
std::string printed(const char* format, Values... values) {
  char buffer[160];
  const int length = std::snprintf(buffer, sizeof buffer, format, values...);
  return {buffer, static_cast<std::size_t>(length)};
}

// The owner's `filing`-th filing falls into a month of its own; every month has 28 days.
inline std::string date_of(std::int64_t owner, std::int64_t filing, std::int64_t days_later) {
  const std::int64_t day = 1 + 3 * owner + days_later;
  return printed("%04d-%02d-%02d", static_cast<int>(first_year + filing / 12),
                 static_cast<int>(1 + filing % 12), static_cast<int>(day));
}

inline std::string element(const char* name, const std::string& value, const char* footnote = "") {
  return std::string("<") + name + "><value>" + value + "</value>" + footnote + "</" + name + ">\n";
}

class FilingText {
 public:
  FilingText(std::int64_t issuer, std::int64_t owner, std::int64_t number, Holdings& holdings)
      : issuer_(issuer), owner_(owner), number_(number), holdings_(holdings) {}

  std::string text(int rows_a_table, std::int64_t& row, std::ostream* csv) {
    std::string text = head();
    text += "<nonDerivativeTable>\n";
    for (int i = 0; i < rows_a_table; ++i) add(text, "nonDerivativeTransaction", 0, i, ++row, csv);
    text += "</nonDerivativeTable>\n<derivativeTable>\n";
    for (int i = 0; i < rows_a_table; ++i) {
      add(text, "derivativeTransaction", i % 2 == 0 ? 1 : 2, i, ++row, csv);
    }
    return text + "</derivativeTable>\n" + foot();
  }

 private:
  std::string owner_cik() const {
    return std::to_string(1'000'000 + issuer_ * owners_an_issuer + owner_);
  }

  std::string head() const {
    const std::string issuer = std::to_string(issuer_);
    return "<?xml version=\"1.0\"?>\n<ownershipDocument>\n<schemaVersion>X0306</schemaVersion>\n"
           "<documentType>4</documentType>\n<periodOfReport>" +
           date_of(owner_, number_, 0) + "</periodOfReport>\n<issuer><issuerCik>" + issuer +
           "</issuerCik><issuerName>Issuer Number " + issuer +
           "</issuerName><issuerTradingSymbol>SYM" + issuer +
           "</issuerTradingSymbol></issuer>\n<reportingOwner><reportingOwnerId><rptOwnerCik>" +
           owner_cik() + "</rptOwnerCik><rptOwnerName>Owner Number " + owner_cik() +
           "</rptOwnerName></reportingOwnerId><reportingOwnerRelationship><isOfficer>1</isOfficer>"
           "<officerTitle>Officer</officerTitle></reportingOwnerRelationship></reportingOwner>\n";
  }

  std::string foot() const {
    return "<footnotes><footnote id=\"F1\">The price is a weighted average of sales at prices from "
           "$20.00 to $21.00; the full numbers are given on request.</footnote>\n<footnote "
           "id=\"F2\">Sold under a plan under Rule 10b5-1.</footnote></footnotes>\n<ownerSignature>"
           "<signatureName>Signer " +
           owner_cik() + "</signatureName><signatureDate>" + date_of(owner_, number_, 2) +
           "</signatureDate></ownerSignature>\n</ownershipDocument>\n";
  }

  // The `i`-th row of its table moves the holding of that index.
  Line line_of(std::size_t holding, int i) {
    const std::int64_t exercised = 100 + (issuer_ * 7 + number_ * 31 + i / 2 * 13) % 900;
    Line line{"M", false, exercised, 0};
    if (holding == 0) {
      line.acquired = i % 2 == 0;
      if (!line.acquired) line = {"S", false, exercised - (number_ + i) % 90, 0};
    } else if (holding == 2) {
      line.code = "D";
    }
    holdings_[holding] += line.acquired ? line.shares : -line.shares;
    line.following = holdings_[holding];
    return line;
  }

  void add(std::string& text, const std::string& name, std::size_t holding, int i, std::int64_t row,
           std::ostream* csv) {
    const Line line = line_of(holding, i);
    const std::string date = date_of(owner_, number_, 0);
    const char* const title = holding == 0 ? "Common Stock" : "Stock Option (Right to Buy)";
    const char* const strike = holding == 2 ? "14.5" : "9.25";
    const bool sold = *line.code == 'S';
    text += "<" + name + ">\n" + element("securityTitle", title);
    if (holding != 0) text += element("conversionOrExercisePrice", strike);
    text += element("transactionDate", date);
    text += std::string("<transactionCoding><transactionFormType>4</transactionFormType>") +
            "<transactionCode>" + line.code +
            "</transactionCode><equitySwapInvolved>0</equitySwapInvolved>" +
            (sold ? "<footnoteId id=\"F2\"/>" : "") + "</transactionCoding>\n" +
            "<transactionAmounts>\n" + element("transactionShares", std::to_string(line.shares)) +
            element("transactionPricePerShare",
                    sold           ? printed("20.%02d", i)
                    : holding == 0 ? "9.25"
                                   : "0",
                    sold ? "<footnoteId id=\"F1\"/>" : "") +
            element("transactionAcquiredDisposedCode", line.acquired ? "A" : "D") +
            "</transactionAmounts>\n";
    if (holding != 0) {
      text += element("exerciseDate", "2005-01-03") + element("expirationDate", "2024-01-03") +
              "<underlyingSecurity>\n" + element("underlyingSecurityTitle", "Common Stock") +
              element("underlyingSecurityShares", std::to_string(line.shares)) +
              "</underlyingSecurity>\n";
    }
    text += "<postTransactionAmounts>\n" +
            element("sharesOwnedFollowingTransaction", std::to_string(line.following)) +
            "</postTransactionAmounts>\n<ownershipNature>\n" +
            element("directOrIndirectOwnership", "D") + "</ownershipNature>\n</" + name + ">\n";
    if (csv == nullptr) return;
    *csv << owner_cik() << '-' << holding << ',' << date << ',' << row << ','
         << (line.acquired ? line.shares : -line.shares) << ',' << line.following << '\n';
  }

  std::int64_t issuer_;
  std::int64_t owner_;
  std::int64_t number_;
  Holdings& holdings_;
};

struct Size {
  std::int64_t rows = 0;
  int rows_a_table = 15;

  std::int64_t filings() const { return rows / (2 * rows_a_table) + 1; }
  std::int64_t issuers() const { return filings() / filings_an_issuer + 1; }
};

// visit(number, text) for each filing; `csv`, unless it is null, has a line a row:
// account,date,row,change,reported. Returns how many rows there are.
template <class Visit>
std::int64_t for_each_filing(const Size& size, std::ostream* csv, Visit&& visit) {
  const std::int64_t issuers = size.issuers();
  std::vector<Holdings> holdings(static_cast<std::size_t>(issuers * owners_an_issuer), start);
  std::int64_t row = 0;
  for (std::int64_t i = 0; i < size.filings(); ++i) {
    const std::int64_t issuer = i % issuers;
    const std::int64_t owner = i / issuers % owners_an_issuer;
    FilingText filing(issuer + 1, owner, i / issuers / owners_an_issuer,
                      holdings[static_cast<std::size_t>(issuer * owners_an_issuer + owner)]);
    visit(i, filing.text(size.rows_a_table, row, csv));
  }
  return row;
}

}  // namespace chains
