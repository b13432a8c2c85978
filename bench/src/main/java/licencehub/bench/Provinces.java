package licencehub.bench;

import java.util.ArrayList;
import java.util.List;

/** Where people live: persons of each province-level region, in millions, by the census of 2020. */
final class Provinces {
  record Province(String name, double millions) {}

  private static final String CENSUS =
      "广东 126.0, 山东 101.5, 河南 99.4, 江苏 84.7, 四川 83.7, 河北 74.6, 湖南 66.4, 浙江 64.6, 安徽 61.0,"
          + " 湖北 57.8, 广西 50.1, 云南 47.2, 江西 45.2, 辽宁 42.6, 福建 41.5, 陕西 39.5, 贵州 38.6, 山西 34.9,"
          + " 重庆 32.1, 黑龙江 31.9, 新疆 25.9, 甘肃 25.0, 上海 24.9, 吉林 24.1, 内蒙古 24.0, 北京 21.9,"
          + " 天津 13.9, 海南 10.1, 宁夏 7.2, 青海 5.9, 西藏 3.6";

  private Provinces() {}

  static List<Province> all() {
    List<Province> all = new ArrayList<>();
    for (String each : CENSUS.split(", ?", -1)) {
      String[] parts = each.strip().split(" ", 2);
      all.add(new Province(parts[0], Double.parseDouble(parts[1])));
    }
    return all;
  }

  static double millions() {
    return all().stream().mapToDouble(Province::millions).sum();
  }
}
