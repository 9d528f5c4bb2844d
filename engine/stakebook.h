// The door: the one public header. Open a ledger, import filings, ask.
#pragma once
