package licencehub.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The arithmetic of the plan for a country. */
class ScaleTest {
  /** A county: a thousandth of a per mille of the country. */
  private static final Country SMALL = new Country(14_000, 1_800, 100_000, 0.15, 0.5, 2, 3, 4, 5);

  @Test
  void licences_and_cases_add_up_to_events() {
    assertThat(SMALL.eventsAYear()).isEqualTo(50_000 + 84_000);
    assertThat(SMALL.events(0)).isEqualTo(100_000);
    assertThat(SMALL.events(2)).isEqualTo(100_000 + 2 * 134_000);
    assertThat(SMALL.lookUpsAYear()).isEqualTo(280_000);
  }

  @Test
  void the_busiest_moment_is_five_times_the_mean_of_working_hours() {
    assertThat(Country.busiest(250 * 8 * 3600)).isEqualTo(5);
  }

  @Test
  void the_tightest_need_decides_how_many_nodes_there_are() {
    double reads = Country.busiest(SMALL.lookUpsAYear());
    double writes = Country.busiest(SMALL.eventsAYear());
    assertThat(new Needs(1, writes, reads / 3.4).nodes(SMALL, 1, 0)).isEqualTo(7);
    assertThat(new Needs(1, writes / 4.4, reads).nodes(SMALL, 1, 0)).isEqualTo(9);
    double bytes = 2.5 * Needs.MOST_BYTES / SMALL.events(0);
    assertThat(new Needs(bytes, 1e9, 1e9).nodes(SMALL, 1, 0)).isEqualTo(3);
    assertThat(new Needs(1, 1e9, 1e9).nodes(SMALL, 1, 0)).isEqualTo(1);
  }

  @Test
  void half_a_country_needs_half_the_disk() {
    Needs node = new Needs(2_000, 1_000, 1_000);
    assertThat(node.bytes(SMALL, 0.5, 3)).isCloseTo(node.bytes(SMALL, 1, 3) / 2, within(1.0));
    assertThat(node.bytes(SMALL, 1, 0)).isEqualTo(100_000 * 2_000.0 + 280_000 * Needs.ACCESS_BYTES);
  }

  @Test
  void every_licence_is_dealt_out_once_and_the_same_way_each_time() {
    Deal deal = Deal.of(SMALL, 64, 1);
    assertThat(deal.all()).isCloseTo(SMALL.licences(), within(0.001));
    assertThat(DoubleStream.of(deal.licences())).allMatch(it -> it > 0);
    assertThat(Deal.of(SMALL, 64, 1).licences()).containsExactly(deal.licences());
    assertThat(Deal.of(SMALL, 64, 2).licences()).isNotEqualTo(deal.licences());
  }

  @Test
  void the_fewer_the_nodes_the_more_even_they_are() {
    Deal even = new Deal(new double[] {5, 5, 5, 5});
    assertThat(even.uneven(4)).isEqualTo(1);
    Deal uneven = new Deal(new double[] {10, 2, 4, 4});
    assertThat(uneven.uneven(4)).isEqualTo(2);
    assertThat(uneven.uneven(2)).isEqualTo(1.4);
    assertThat(uneven.uneven(1)).isEqualTo(1);
  }

  @Test
  void the_provinces_are_all_there() {
    assertThat(Provinces.all()).hasSize(31);
    assertThat(Provinces.millions()).isBetween(1_400.0, 1_412.0);
  }

  @Test
  void the_plan_names_every_province_and_what_it_needs() {
    Table table = new Table();
    new Scale(SMALL, new Needs(2_000, 1_000, 1_000)).print(table);
    assertThat(table.markdown()).contains("广东 1").contains("西藏 1").contains("31 libraries");
  }
}
