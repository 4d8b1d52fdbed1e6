"""Dates as offices count them."""

from datetime import date, timedelta

DAY = timedelta(days=1)


def is_workday(day, holidays=()):
    return day.weekday() < 5 and day not in holidays


def next_workday(day, holidays=()):
    """The first workday after the day."""
    day += DAY
    while not is_workday(day, holidays):
        day += DAY
    return day


def add_workdays(day, count, holidays=()):
    """So many workdays later, or with a negative count earlier."""
    step = DAY if count > 0 else -DAY
    left = abs(count)
    while left > 0:
        day += step
        if is_workday(day, holidays):
            left -= 1
    return day


def workdays_between(first, last, holidays=()):
    """How many workdays there are from first to last, both counted; negative when last is earlier."""
    if last < first:
        return -workdays_between(last, first, holidays)
    count = 0
    day = first
    while day <= last:
        if is_workday(day, holidays):
            count += 1
        day += DAY
    return count


def month_end(day):
    """The last day of the month."""
    if day.month == 12:
        return date(day.year, 12, 31)
    return date(day.year, day.month + 1, 1) - DAY


def add_months(day, months):
    """The same day so many months later, or the month's last where it has no such day."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))


def nth_weekday(year, month, weekday, n):
    """The n-th Monday (0) to Sunday (6) of a month; with -1 the last. Raises ValueError where there is none."""
    if n == -1:
        day = month_end(date(year, month, 1))
        return day - DAY * ((day.weekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + DAY * ((weekday - first.weekday()) % 7) + timedelta(weeks=n - 1)
    if n < 1 or day.month != month:
        raise ValueError(f"there is no such day in {year}-{month:02d}")
    return day


def age_on(birthday, day):
    """Whole years."""
    years = day.year - birthday.year
    if (day.month, day.day) < (birthday.month, birthday.day):
        years -= 1
    return years


def quarter(day):
    """(year, 1 to 4)."""
    return day.year, (day.month - 1) // 3 + 1
