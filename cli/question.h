// --owner, --issuer, --on and --known, as the question that the door takes.
#pragma once

#include "arguments.h"
#include "report/answers.h"

namespace stakebook::cli {

Question question_of(const Arguments& arguments);
// For diff, which has two dates of knowledge.
Question question_without_known(const Arguments& arguments);
// UsageError unless an owner or an issuer is named.
void require_someone(const Question& question, std::string_view command);
Question question_about_someone(const Arguments& arguments, std::string_view command);

}  // namespace stakebook::cli
