package licencehub.demo.world;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import licencehub.model.code.CitizenNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.OrganisationCode;
import licencehub.model.event.Holder;

/** Makes applicants: people and firms that do not exist. */
final class Person {
  private static final List<String> SURNAMES =
      List.of(
          "赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "欧阳",
          "司马");
  private static final List<String> GIVEN =
      List.of("示例", "样本", "演示", "虚构", "小样", "大例", "例", "样", "明样", "文例", "思样", "佳例");
  private static final List<String> TRADES =
      List.of("食品", "餐饮", "医药", "建筑", "运输", "科技", "文化", "物业");
  private static final int ADULT_SINCE = 1950;
  private static final int FIRM_PERCENT = 45;

  private Person() {}

  /** The n-th applicant of a world; some come back with further cases. */
  static Holder applicant(long seed, long n) {
    Lot lot = Lot.of(seed, "person", n);
    return lot.chance(FIRM_PERCENT) ? firm(lot, n) : citizen(lot, n);
  }

  private static Holder citizen(Lot lot, long n) {
    LocalDate born =
        LocalDate.of(lot.between(ADULT_SINCE, 2005), lot.between(1, 12), lot.between(1, 28));
    String body =
        String.format(
            Locale.ROOT,
            "99%04d%s%03d",
            n / 1000 % 10_000,
            born.format(DateTimeFormatter.BASIC_ISO_DATE),
            n % 1000);
    return new Holder(
        lot.pick(SURNAMES) + lot.pick(GIVEN),
        new HolderCode(HolderCodeType.CITIZEN_NUMBER, CitizenNumber.complete(body).text()));
  }

  private static Holder firm(Lot lot, long n) {
    String organisation =
        OrganisationCode.complete(String.format(Locale.ROOT, "MADE%04d", n % 10_000)).text();
    String body = String.format(Locale.ROOT, "9199%04d", n / 10_000 % 10_000) + organisation;
    return new Holder(
        "示例" + lot.pick(SURNAMES) + "记" + lot.pick(TRADES) + "第" + n + "有限公司",
        new HolderCode(HolderCodeType.CREDIT_CODE, CreditCode.complete(body).text()));
  }
}
