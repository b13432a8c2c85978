package licencehub.hub.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import licencehub.hub.config.ConfigLoader;
import licencehub.hub.config.Loaded;
import licencehub.hub.imports.Import.Fate;
import licencehub.hub.imports.Import.Kind;
import licencehub.hub.imports.Import.Plan;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.sharing.directory.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTest {
  private static final Path SHIPPED = Path.of("..", "config");
  private static final Path EXAMPLES = SHIPPED.resolve("import-examples");
  private static final String HEAD = "证照类型名称,证照类型代码,证照定义机构名称,持证主体类别,有效期限\n";
  private static final String SOUND = "动物诊疗许可证,11100000MB0143028R009,市场监管总局,法人,5年\n";
  @TempDir Path folder = Path.of("");
  private Path config = Path.of("");

  @BeforeEach
  void copyShipped() throws IOException {
    config = folder.resolve("config");
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path each : files.toList()) {
        Path copy = config.resolve(SHIPPED.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(each, copy);
        }
      }
    }
  }

  @Test
  void the_shipped_examples_become_types_and_items_the_hub_takes() {
    Import types = new Import(Kind.TYPES, config);
    Plan plan =
        types.plan(
            List.of(EXAMPLES.resolve("licence-types.csv"), EXAMPLES.resolve("licence-types.json")));
    assertThat(plan.faults()).isEmpty();
    assertThat(types.write(plan, false))
        .isEqualTo((int) plan.changes().stream().filter(it -> it.fate() == Fate.NEW).count())
        .isPositive();
    Import items = new Import(Kind.ITEMS, config);
    Plan more = items.plan(List.of(EXAMPLES.resolve("items.csv")));
    assertThat(more.faults()).isEmpty();
    assertThat(items.write(more, true)).isEqualTo(1);
    Directory directory = loaded();
    assertThat(directory.type(new LicenceTypeCode("11100000000013338W001"))).isPresent();
    assertThat(directory.guide(new ItemCode("000115035000")).orElseThrow().documents()).hasSize(3);
    assertThat(types.plan(List.of(EXAMPLES.resolve("licence-types.json"))).changes())
        .extracting(Import.Change::fate)
        .containsExactly(Fate.SAME);
  }

  @Test
  void a_file_that_stands_changes_only_on_demand_and_keeps_what_the_input_does_not_tell()
      throws IOException {
    Path input = input(HEAD + "营业执照（新）,11100000MB0143028R001,国家市场监督管理总局,法人,截止日或长期\n");
    Path file = config.resolve("licence-types/business-licence.yaml");
    String before = Files.readString(file);
    Import types = new Import(Kind.TYPES, config);
    Plan plan = types.plan(List.of(input));
    assertThat(plan.changes().getFirst().fate()).isEqualTo(Fate.DIFFERENT);
    assertThat(plan.changes().getFirst().differences())
        .contains("name.zh: 营业执照 → 营业执照（新）")
        .noneMatch(it -> it.startsWith("items"));
    assertThat(types.write(plan, false)).isZero();
    assertThat(Files.readString(file)).isEqualTo(before);
    assertThat(types.write(plan, true)).isEqualTo(1);
    assertThat(loaded().type(new LicenceTypeCode("11100000MB0143028R001")).orElseThrow().items())
        .hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "动物诊疗,11100000MB0143028R00,总局,法人,5年 | code | 11100000MB0143028R00",
        "动物诊疗,11100000MB0143028R009,总局,企业,5年 | 持证主体类别 | 企业",
        "动物诊疗,11100000MB0143028R009,总局,法人,五年 | 有效期限 | 五年",
        ",11100000MB0143028R009,总局,法人,5年 | name.zh | ''",
      })
  void a_row_that_cannot_be_taken_is_told_with_line_field_and_value_and_nothing_is_written(
      String row, String field, String value) throws IOException {
    Import types = new Import(Kind.TYPES, config);
    Plan plan = types.plan(List.of(input(HEAD + SOUND.replace("R009", "R008") + row + "\n")));
    assertThat(plan.faults()).isNotEmpty();
    RowFault fault =
        plan.faults().stream().filter(it -> it.field().equals(field)).findFirst().orElseThrow();
    assertThat(fault.line()).isEqualTo(3);
    assertThat(fault.value()).isEqualTo(value);
    assertThat(fault.toString()).contains("→");
  }

  @Test
  void a_type_named_twice_is_a_fault_of_the_second_row() throws IOException {
    Plan plan = new Import(Kind.TYPES, config).plan(List.of(input(HEAD + SOUND + SOUND)));
    assertThat(plan.faults()).extracting(RowFault::line).containsExactly(3);
  }

  @Test
  void spreadsheets_write_gb_18030_and_quote_cells_over_several_lines() throws IOException {
    Path file = folder.resolve("gb.csv");
    String text = HEAD + "\"动物,诊疗\n\"\"许可\"\"证\",11100000MB0143028R009,总局,法人,5年\n";
    Files.write(file, text.getBytes(Charset.forName("GB18030")));
    Plan plan = new Import(Kind.TYPES, config).plan(List.of(file));
    assertThat(plan.faults()).isEmpty();
    assertThat(plan.changes().getFirst().content()).contains("诊疗").contains("许可");
  }

  @Test
  void what_is_no_table_at_all_is_told() throws IOException {
    Import types = new Import(Kind.TYPES, config);
    assertThat(types.plan(List.of(folder.resolve("gone.csv"))).faults()).hasSize(1);
    assertThat(types.plan(List.of(input(""))).faults()).hasSize(1);
    assertThat(types.plan(List.of(input("[1]"))).faults()).hasSize(1);
    assertThat(types.plan(List.of(input("[{\"a\":"))).faults()).hasSize(1);
  }

  @Test
  void items_with_words_nobody_knows_are_told() throws IOException {
    String head = "基本编码,事项名称,事项版本,材料编码,材料名称,材料必要性,材料形式\n";
    Plan plan =
        new Import(Kind.ITEMS, config)
            .plan(
                List.of(
                    input(
                        head
                            + "000115035001,登记,x,M01,证明,必须,纸质\n"
                            + "000115035001,另一名称,1,M02,证明,必要,传真\n")));
    assertThat(plan.faults())
        .extracting(it -> it.line() + " " + it.field())
        .contains("2 事项版本", "2 材料必要性", "3 事项名称", "3 材料形式");
  }

  private Path input(String text) throws IOException {
    return Files.writeString(folder.resolve("input.csv"), text);
  }

  private Directory loaded() {
    Loaded loaded = ConfigLoader.load(config);
    assertThat(loaded).as(loaded.toString()).isInstanceOf(Loaded.Sound.class);
    return ((Loaded.Sound) loaded).config().directory();
  }
}
