package licencehub.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import licencehub.bench.HolderSearch.Arrangement;
import licencehub.bench.HolderSearch.Found;
import licencehub.bench.Residents.Visit;
import org.junit.jupiter.api.Test;

/** The country the simulation of filters runs in, and who is asked in it. */
class RegionsTest {
  private static final Regions REGIONS = Regions.of(1);

  /** A county of a city, not of a municipality. */
  private static final int COUNTY = REGIONS.children()[Regions.PROVINCES][0];

  private static final int CITY = Regions.PROVINCES;
  private static final int PROVINCE = REGIONS.parent()[CITY];

  @Test
  void every_hub_is_there_and_every_person_lives_in_one_county() {
    assertThat(REGIONS.count()).isEqualTo(31 + 333 + 2_844);
    assertThat(persons(0)).isCloseTo(1.41e9, within(1e7));
    assertThat(persons(2)).isCloseTo(persons(0), within(1.0));
    assertThat(IntStream.range(31, 31 + 333).map(it -> REGIONS.children()[it].length))
        .allMatch(it -> it > 0);
    assertThat(Regions.of(1).persons()).containsExactly(REGIONS.persons());
    assertThat(Regions.of(2).persons()).isNotEqualTo(REGIONS.persons());
  }

  @Test
  void a_county_is_within_its_city_and_its_province_and_nowhere_else() {
    assertThat(IntStream.range(0, REGIONS.count()).filter(it -> REGIONS.within(COUNTY, it)))
        .containsExactlyInAnyOrder(COUNTY, CITY, PROVINCE);
  }

  @Test
  void holders_have_licences_where_they_live_or_came_from() {
    Residents residents = new Residents(REGIONS, 1);
    int[] provinces = new int[3];
    for (int i = 0; i < 100_000; i++) {
      int[] hubs = residents.hubs();
      assertThat(Arrays.stream(hubs).distinct().count()).isEqualTo(hubs.length);
      provinces[(int) Arrays.stream(hubs).map(REGIONS::province).distinct().count()]++;
    }
    assertThat(provinces[0]).isZero();
    assertThat(provinces[2]).isBetween(5_000, 8_900); // who has one licence has it in one place
  }

  @Test
  void with_filters_of_everybody_a_miss_asks_nobody_and_a_hit_asks_those_who_have_something() {
    asks(Arrangement.COUNTRY, 0, 0);
    asks(Arrangement.COUNTRY, 0, 0, COUNTY);
    asks(Arrangement.COUNTRY, 2, 1, COUNTY, CITY, PROVINCE);
    asks(Arrangement.COUNTRY, 1, 1, REGIONS.children()[CITY][1]);
  }

  @Test
  void far_away_the_way_leads_down_from_the_province() {
    int other = PROVINCE == 1 ? 2 : 1;
    int county = REGIONS.children()[REGIONS.children()[other][0]][0];
    asks(Arrangement.COUNTRY, 3, 3, county);
    asks(Arrangement.TREE, 4, 4, county);
  }

  @Test
  void in_a_tree_the_province_is_always_asked() {
    asks(Arrangement.TREE, 1, 1);
    asks(Arrangement.TREE, 1, 1, PROVINCE);
  }

  @Test
  void a_filter_that_rules_nobody_out_asks_everybody_for_nothing() {
    HolderSearch search = new HolderSearch(REGIONS, Arrangement.COUNTRY, 1, 1);
    search.lookUp(new Visit(COUNTY, new int[0]));
    int own = REGIONS.children()[CITY].length - 1;
    long elsewhere =
        IntStream.range(0, REGIONS.count())
            .filter(it -> !REGIONS.within(it, CITY) && it != PROVINCE)
            .count();
    assertThat(search.found().needless()).isEqualTo((double) (own + 2 + elsewhere));
  }

  @Test
  void filters_are_had_of_neighbours_and_in_one_arrangement_of_the_whole_country() {
    double[] one = new double[REGIONS.count()];
    Arrays.fill(one, 1);
    Exchange tree = new Exchange(REGIONS, Arrangement.TREE, one, one);
    Exchange country = new Exchange(REGIONS, Arrangement.COUNTRY, one, one);
    int siblings = REGIONS.children()[CITY].length - 1;
    int cities = REGIONS.children()[PROVINCE].length - 1;
    assertThat(tree.had(COUNTY)).hasSize(siblings + 1);
    assertThat(country.had(COUNTY)).hasSize(siblings + 1 + 1 + cities + 30).doesNotHaveDuplicates();
    assertThat(tree.had(PROVINCE)).hasSize(cities + 1 + 30).isEqualTo(country.had(PROVINCE));
    assertThat(tree.memory(COUNTY)).isEqualTo((siblings + 1) * Exchange.bytes(1));
    assertThat(tree.questions()).isLessThan(country.questions());
  }

  @Test
  void ages_add_up_hop_by_hop() {
    FilterAges one = FilterAges.of(1, 100_000, 1);
    assertThat(one.at(0.5)).isBetween(28.0, 33.0);
    assertThat(one.at(0.99)).isBetween(59.0, 75.0);
    assertThat(FilterAges.of(3, 100_000, 1).at(0.5)).isBetween(85.0, 97.0);
  }

  @Test
  void the_plan_tells_of_every_level_and_arrangement() {
    Table table = new Table();
    new RegionPlan(Country.CHINA, 20_000, 1_000, table).print();
    assertThat(table.markdown())
        .contains(
            "2,844 counties", "filter of a county", "tree: calls", "country: calls", "3 hops");
  }

  /** With filters that are never wrong, of a holder whom these hubs have licences of. */
  private static void asks(Arrangement arrangement, int calls, int waves, int... hubs) {
    HolderSearch search = new HolderSearch(REGIONS, arrangement, 0, 1);
    search.lookUp(new Visit(COUNTY, hubs));
    Found found = search.found();
    assertThat(found.calls()).isEqualTo(calls);
    assertThat(found.waves()).isEqualTo(waves);
    assertThat(found.needless()).isZero();
    assertThat(found.silent()).isEqualTo(calls == 0 ? 1 : 0);
    int elsewhere = (int) Arrays.stream(hubs).filter(it -> it != COUNTY).count();
    assertThat(found.byHubs().get(elsewhere)).isEqualTo(calls);
  }

  private static double persons(int level) {
    return IntStream.range(0, REGIONS.count())
        .filter(it -> REGIONS.level(it) == level)
        .mapToDouble(it -> REGIONS.persons()[it])
        .sum();
  }
}
