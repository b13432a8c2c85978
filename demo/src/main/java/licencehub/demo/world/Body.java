package licencehub.demo.world;

import java.util.List;
import java.util.Locale;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.OrganisationCode;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.Organisation;

/**
 * A department of the fictitious province.
 *
 * @param matter what it handles
 */
public record Body(
    SourceId source, Organisation organisation, RegionCode region, Matter matter, Way way) {
  /** How its system reaches the hub. */
  public enum Way {
    HTTP_PUSH,
    AMQP,
    SFTP,
    SHANDONG_TABLES,
    GUANGDONG_TABLES,
    NATIONAL_TABLES
  }

  /**
   * What a department handles.
   *
   * @param item short name of the item
   * @param licence name of the licence that comes of it
   * @param type the licence type, a demo code under a body that does not exist
   */
  public record Matter(String trade, String item, String licence, LicenceTypeCode type) {}

  private static final List<String> TRADES =
      List.of(
          "市场监管", "住房建设", "交通运输", "卫生健康", "人力资源", "自然资源", "公安出入境", "文化旅游", "生态环境", "应急管理", "农业农村",
          "水务");
  private static final List<String> ITEMS =
      List.of(
          "食品经营许可",
          "建筑工程施工许可",
          "道路运输经营许可",
          "医疗机构执业登记",
          "职业资格注册",
          "不动产登记",
          "通行证件签发",
          "娱乐场所经营许可",
          "排污许可",
          "危险化学品经营许可",
          "种子生产经营许可",
          "取水许可");
  private static final List<String> PLACES = List.of("东海市", "西山市", "南江市", "北原市", "中州市");
  private static final String DEFINING_BODY =
      CreditCode.complete("11990000" + OrganisationCode.complete("MADETYPE").text()).text();

  /** The n-th department, n from 0. */
  public static Body number(int n) {
    int trade = n % TRADES.size();
    int place = n / TRADES.size() % PLACES.size();
    String region = String.format(Locale.ROOT, "99%02d00", place + 1);
    CreditCode code =
        CreditCode.complete(
            "11"
                + region
                + OrganisationCode.complete(String.format(Locale.ROOT, "MADED%03d", n)).text());
    return new Body(
        new SourceId(String.format(Locale.ROOT, "dept-%02d-%s", n, slug(way(n)))),
        new Organisation(code, PLACES.get(place) + TRADES.get(trade) + "局（演示）"),
        new RegionCode(region),
        matter(trade),
        way(n));
  }

  /**
   * A department somewhere, which pushes over HTTP.
   *
   * @param place its name, for example 东海市
   * @param trade what it handles: one of the first department's, from 0
   */
  public static Body at(RegionCode region, String place, int trade) {
    String organisation =
        OrganisationCode.complete(String.format(Locale.ROOT, "MADER%03d", trade)).text();
    return new Body(
        new SourceId("dept-" + region + "-http"),
        new Organisation(
            CreditCode.complete("11" + region + organisation), place + TRADES.get(trade) + "局（演示）"),
        region,
        matter(trade),
        Way.HTTP_PUSH);
  }

  private static Way way(int n) {
    return Way.values()[n % Way.values().length];
  }

  private static String slug(Way way) {
    return way.name().toLowerCase(Locale.ROOT).replace("_tables", "").replace('_', '-');
  }

  private static Matter matter(int trade) {
    return new Matter(
        TRADES.get(trade),
        ITEMS.get(trade),
        ITEMS
            .get(trade)
            .replace("许可", "许可证")
            .replace("登记", "登记证")
            .replace("注册", "证书")
            .replace("签发", ""),
        new LicenceTypeCode(DEFINING_BODY + String.format(Locale.ROOT, "%03d", trade + 1)));
  }
}
