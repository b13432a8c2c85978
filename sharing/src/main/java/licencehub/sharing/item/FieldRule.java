package licencehub.sharing.item;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import licencehub.model.Text;
import licencehub.sharing.Licence;
import licencehub.sharing.ValueKind;
import licencehub.sharing.Written;

/**
 * What a field of a licence must say for an item. Texts are compared in their plain writing; where
 * a field holds several values, one that fits is enough.
 */
public sealed interface FieldRule {
  /** The field, by any of its names. */
  String field();

  /** The rule in words, without the field. */
  Text text();

  /**
   * Whether a licence that has the field meets the rule.
   *
   * @param day the day the question is about
   */
  boolean admits(Licence licence, Parties parties, LocalDate day);

  /** The field says exactly this. */
  record Is(String field, String value) implements FieldRule {
    @Override
    public Text text() {
      return Text.of("应为“" + value + "”", "must be \"" + value + "\"");
    }

    @Override
    public boolean admits(Licence licence, Parties parties, LocalDate day) {
      return any(licence, it -> Written.isSame(ValueKind.TEXT, it, value));
    }
  }

  /** The field begins with this. */
  record StartsWith(String field, String prefix) implements FieldRule {
    @Override
    public Text text() {
      return Text.of("应以“" + prefix + "”开头", "must start with \"" + prefix + "\"");
    }

    @Override
    public boolean admits(Licence licence, Parties parties, LocalDate day) {
      String plain = Written.plain(prefix);
      return any(licence, it -> Written.plain(it).startsWith(plain));
    }
  }

  /** The field has this somewhere in it. */
  record Contains(String field, String part) implements FieldRule {
    @Override
    public Text text() {
      return Text.of("应含“" + part + "”", "must contain \"" + part + "\"");
    }

    @Override
    public boolean admits(Licence licence, Parties parties, LocalDate day) {
      String plain = Written.plain(part);
      return any(licence, it -> Written.plain(it).contains(plain));
    }
  }

  /** The field says one of these. */
  record OneOf(String field, List<String> values) implements FieldRule {
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public Text text() {
      String all = String.join("、", values);
      return Text.of("应为其中之一：" + all, "must be one of " + all);
    }

    @Override
    public boolean admits(Licence licence, Parties parties, LocalDate day) {
      return any(
          licence, it -> values.stream().anyMatch(e -> Written.isSame(ValueKind.TEXT, it, e)));
    }
  }

  /** The field is a date on this day or later. */
  record NotBefore(String field, LocalDate first) implements FieldRule {
    @Override
    public Text text() {
      return Text.of("应不早于" + first, "must not be before " + first);
    }

    @Override
    public boolean admits(Licence licence, Parties parties, LocalDate day) {
      return anyDate(licence, it -> !it.isBefore(first));
    }
  }

  /** The field is a date on this day or earlier. */
  record NotAfter(String field, LocalDate last) implements FieldRule {
    @Override
    public Text text() {
      return Text.of("应不晚于" + last, "must not be after " + last);
    }

    @Override
    public boolean admits(Licence licence, Parties parties, LocalDate day) {
      return anyDate(licence, it -> !it.isAfter(last));
    }
  }

  /** The field is a date at most so many days before the day the question is about. */
  record NotOlderThan(String field, int days) implements FieldRule {
    @Override
    public Text text() {
      return Text.of("应在" + days + "日之内", "must lie within the last " + days + " days");
    }

    @Override
    public boolean admits(Licence licence, Parties parties, LocalDate day) {
      return anyDate(licence, it -> !it.isBefore(day.minusDays(days)) && !it.isAfter(day));
    }
  }

  /** The field is the name of somebody in the case, for example of the legal representative. */
  record Names(String field, Party party) implements FieldRule {
    @Override
    public Text text() {
      return Text.of(
          "应为" + party.text().zh() + "的姓名或名称",
          "must name the " + party.text().en() + " of the case");
    }

    @Override
    public boolean admits(Licence licence, Parties parties, LocalDate day) {
      return parties
          .find(party)
          .map(who -> any(licence, it -> Written.plain(it).equals(Written.plain(who.name()))))
          .orElse(false);
    }
  }

  /** Whether any value of the field fits. */
  default boolean any(Licence licence, Predicate<String> fits) {
    return licence.values(field()).stream().anyMatch(fits);
  }

  /** Whether any value of the field is a date that fits. */
  default boolean anyDate(Licence licence, Predicate<LocalDate> fits) {
    return licence.values(field()).stream()
        .map(Written::date)
        .flatMap(Optional::stream)
        .anyMatch(fits);
  }
}
