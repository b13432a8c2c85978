package licencehub.library;

import static licencehub.library.LicenceSample.BUSINESS;
import static licencehub.library.LicenceSample.FOOD;
import static licencehub.library.LicenceSample.company;
import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.person;
import static licencehub.library.LicenceSample.stated;
import static licencehub.model.event.EventType.LICENCE_CHANGED;
import static licencehub.model.event.EventType.LICENCE_ISSUED;
import static licencehub.model.event.EventType.LICENCE_SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.Holder;
import licencehub.model.event.LicenceStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine promises of finding licences without their identifier. */
abstract class SearchContract extends DoorContract {
  private static final long NEWEST = Long.MAX_VALUE;
  private static final Holder LI = person("E12345678", "李小𬭎");

  @Test
  void a_holder_finds_all_its_licences_and_nobody_elses() {
    file(issued(1).withHolders(LI).filing(), issued(2).filing());
    file(issued(3).withHolders(company(7, "青岛海鲜行"), LI));
    assertThat(found(new LicenceQuery(LI.code(), null, null, null, NEWEST, 20)))
        .containsExactly(identifier(3), identifier(1));
    assertThat(found(holder(person("E12345679", "李小𬭎")))).isEmpty();
  }

  @Test
  void a_code_of_another_kind_is_another_holder() {
    file(issued(1).withHolders(LI));
    assertThat(found(holder(new Holder("李小𬭎", otherKind())))).isEmpty();
  }

  @Test
  void a_number_is_found_whole_only() {
    file(issued(1).withNumber("JY14403070001234"));
    assertThat(found(number("JY14403070001234"))).containsExactly(identifier(1));
    assertThat(found(number("JY1440307000123"))).isEmpty();
  }

  @Test
  void a_type_narrows_the_others() {
    LicenceIdentifier business = identifier(BUSINESS, 2);
    file(issued(1).filing(), stated(LICENCE_ISSUED, business, 1).filing());
    Holder holder = company(1, "");
    assertThat(found(new LicenceQuery(holder.code(), null, BUSINESS, null, NEWEST, 20)))
        .containsExactly(business);
    assertThat(found(new LicenceQuery(holder.code(), null, FOOD, null, NEWEST, 20)))
        .containsExactly(identifier(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"小", "𬭎", "李小", "小𬭎", "李小𬭎", " 李 小 "})
  void any_part_of_a_name_finds_it(String part) {
    file(issued(1).withHolders(LI).filing(), issued(2).filing());
    assertThat(found(name(part))).containsExactly(identifier(1));
  }

  @Test
  void letters_are_found_in_any_width_and_case() {
    file(issued(1).withHolders(company(1, "深圳市ＫＫ Mall管理公司")));
    assertThat(found(name("kkmall"))).containsExactly(identifier(1));
  }

  @Test
  void pieces_in_another_order_are_not_the_name() {
    file(issued(1).withHolders(person("E1", "甲乙丙甲")));
    assertThat(found(name("丙甲"))).containsExactly(identifier(1));
    assertThat(found(name("丙甲乙"))).isEmpty();
  }

  @Test
  void every_given_criterion_must_be_met() {
    file(issued(1).withHolders(LI).withNumber("A1"));
    LicenceQuery both = new LicenceQuery(LI.code(), "A1", FOOD, "小", NEWEST, 20);
    LicenceQuery one = new LicenceQuery(LI.code(), "A2", FOOD, "小", NEWEST, 20);
    assertThat(found(both)).containsExactly(identifier(1));
    assertThat(found(one)).isEmpty();
  }

  @Test
  void content_that_no_longer_stands_is_not_found() {
    file(issued(1).withHolders(LI));
    file(stated(LICENCE_CHANGED, 1, 3).withHolders(company(2, "广州茶楼")));
    file(stated(LICENCE_CHANGED, 1, 2).withHolders(LI));
    assertThat(found(name("李小"))).isEmpty();
    assertThat(found(name("茶楼"))).containsExactly(identifier(1));
  }

  @Test
  void a_licence_is_found_with_its_status() {
    file(issued(1).withHolders(LI));
    file(stated(LICENCE_SUSPENDED, 1, 2));
    assertThat(library().search().search(holder(LI)))
        .extracting(LicenceRecord::status)
        .containsExactly(LicenceStatus.SUSPENDED);
  }

  @Test
  void pages_go_from_the_newest_to_the_oldest_without_a_gap() {
    file(IntStream.range(0, 450).mapToObj(i -> issued(i).filing()).toArray(Entry[]::new));
    List<LicenceIdentifier> all = new ArrayList<>();
    List<LicenceRecord> page = page(NEWEST);
    while (!page.isEmpty()) {
      page.forEach(it -> all.add(it.identifier()));
      page = page(sequence(page.getLast().content()));
    }
    assertThat(all)
        .containsExactlyElementsOf(
            IntStream.range(0, 450).mapToObj(i -> identifier(449 - i)).toList());
  }

  private List<LicenceRecord> page(long before) {
    return library().search().search(new LicenceQuery(null, null, null, "深圳", before, 200));
  }

  private static long sequence(@Nullable HistoryEntry content) {
    return content == null ? -1 : content.sequence();
  }

  private List<LicenceIdentifier> found(LicenceQuery query) {
    return library().search().search(query).stream().map(LicenceRecord::identifier).toList();
  }

  private static LicenceQuery holder(Holder holder) {
    return new LicenceQuery(holder.code(), null, null, null, NEWEST, 20);
  }

  private static LicenceQuery number(String number) {
    return new LicenceQuery(null, number, null, null, NEWEST, 20);
  }

  private static LicenceQuery name(String part) {
    return new LicenceQuery(null, null, null, part, NEWEST, 20);
  }

  private static HolderCode otherKind() {
    return new HolderCode(HolderCodeType.OTHER_PERSON, LI.code().value());
  }
}
