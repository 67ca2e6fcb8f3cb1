package dev.evergreen.jobs.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * When something is due: five fields as in crontab(5), with numbers, lists, ranges and steps, in UTC. Where both days are
 * restricted, either is enough, as crontab(5) has it.
 */
final class Cron {
    private static final int FIELDS = 5;

    /** A 29th of February may be eight years away. */
    private static final int MOST_YEARS = 8;

    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;
    private final boolean anyDay;
    private final boolean anyWeekday;

    private Cron(String expression, String[] fields) {
        minutes = numbers(expression, fields[0], 0, 59);
        hours = numbers(expression, fields[1], 0, 23);
        days = numbers(expression, fields[2], 1, 31);
        months = numbers(expression, fields[3], 1, 12);
        weekdays = numbers(expression, fields[4], 0, 7);
        if (weekdays.get(7)) {
            // Sunday has two numbers.
            weekdays.set(0);
        }
        anyDay = fields[2].startsWith("*");
        anyWeekday = fields[4].startsWith("*");
    }

    /** @throws IllegalArgumentException naming what is wrong with the expression */
    static Cron parse(String expression) {
        String[] fields = expression.strip().split("\\s+");
        if (fields.length != FIELDS) {
            throw wrong(expression, "it has " + fields.length + " fields instead of minute, hour, day, month, weekday");
        }
        Cron cron = new Cron(expression, fields);
        if (cron.find(Instant.EPOCH) == null) {
            throw wrong(expression, "there is no such day");
        }
        return cron;
    }

    /** The first moment after the given one; whole minutes. */
    Instant next(Instant after) {
        Instant next = find(after);
        if (next == null) {
            throw new IllegalStateException("A day that came once comes again");
        }
        return next;
    }

    private @Nullable Instant find(Instant after) {
        ZonedDateTime time =
                after.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        ZonedDateTime latest = time.plusYears(MOST_YEARS);
        while (time.isBefore(latest)) {
            if (!months.get(time.getMonthValue())) {
                time = time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
            } else if (!isDay(time)) {
                time = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (!hours.get(time.getHour())) {
                time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!minutes.get(time.getMinute())) {
                time = time.plusMinutes(1);
            } else {
                return time.toInstant();
            }
        }
        return null;
    }

    private boolean isDay(ZonedDateTime time) {
        boolean day = days.get(time.getDayOfMonth());
        boolean weekday = weekdays.get(time.getDayOfWeek().getValue() % 7);
        return anyDay || anyWeekday ? day && weekday : day || weekday;
    }

    private static BitSet numbers(String expression, String field, int least, int most) {
        BitSet numbers = new BitSet();
        for (String part : field.split(",", -1)) {
            String[] range = part.split("/", 2);
            String[] ends = range[0].split("-", 2);
            boolean all = range[0].equals("*");
            int from = all ? least : number(expression, ends[0], least, most);
            int until = all || ends.length == 1 && range.length == 2 ? most : from;
            if (ends.length == 2) {
                until = number(expression, ends[1], from, most);
            }
            int step = range.length == 1 ? 1 : number(expression, range[1], 1, most);
            for (int number = from; number <= until; number += step) {
                numbers.set(number);
            }
        }
        return numbers;
    }

    private static int number(String expression, String text, int least, int most) {
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw wrong(expression, "'" + text + "' is no number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException wrong(String expression, String reason) {
        return new IllegalArgumentException("The schedule '" + expression + "' cannot be read: " + reason
                + "; write it as crontab(5) does, for example 15 3 * * 1-5");
    }
}
