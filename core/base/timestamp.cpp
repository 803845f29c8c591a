#include "base/timestamp.h"

#include "base/digits.h"

namespace alimail {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

// Days between 1970-01-01 and a date of the proleptic Gregorian calendar. The year starts in March here, which makes
// the leap day its last day (Howard Hinnant's "days from civil").
std::int64_t days_from_date(std::int64_t year, std::int64_t month, std::int64_t day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = year / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

bool number(std::string_view text, std::size_t from, std::size_t digits, std::int64_t& value) {
  const std::optional<std::uint64_t> read = parse_number(text.substr(from, digits), 9999);
  value = static_cast<std::int64_t>(read.value_or(0));
  return read.has_value();
}

void append(String& text, std::int64_t value, std::size_t width) {
  const String digits = to_string(value);
  text.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits);
}

}  // namespace

std::int64_t parse_time(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00T00:00:00";
  if (text.size() <= kShape.size() || text.back() != 'Z') return 0;
  for (const std::size_t mark : {4U, 7U, 10U, 13U, 16U}) {
    if (text[mark] != kShape[mark]) return 0;
  }
  if (text[kShape.size()] != 'Z' && text[kShape.size()] != '.') return 0;
  std::int64_t year = 0;
  std::int64_t month = 0;
  std::int64_t day = 0;
  std::int64_t hour = 0;
  std::int64_t minute = 0;
  std::int64_t second = 0;
  const bool readable = number(text, 0, 4, year) && number(text, 5, 2, month) && number(text, 8, 2, day) &&
                        number(text, 11, 2, hour) && number(text, 14, 2, minute) && number(text, 17, 2, second);
  if (!readable || year < 1970 || month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59) return 0;
  return days_from_date(year, month, day) * kSecondsPerDay + hour * 3600 + minute * 60 + second;
}

String format_time(std::int64_t seconds) {
  if (seconds <= 0) return {};
  const std::int64_t days = seconds / kSecondsPerDay;
  std::int64_t year = 1970 + days / 366;
  while (days_from_date(year + 1, 1, 1) <= days) ++year;
  std::int64_t month = 12;
  while (days_from_date(year, month, 1) > days) --month;
  const std::int64_t rest = seconds % kSecondsPerDay;
  String text;
  append(text, year, 4);
  append(text += '-', month, 2);
  append(text += '-', days - days_from_date(year, month, 1) + 1, 2);
  append(text += 'T', rest / 3600, 2);
  append(text += ':', rest / 60 % 60, 2);
  append(text += ':', rest % 60, 2);
  return text += 'Z';
}

}  // namespace alimail
