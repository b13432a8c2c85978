package licencehub.sharing.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import licencehub.model.MalformedValue;
import licencehub.sharing.type.Types;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  @Test
  void a_field_is_claimed_once_whatever_it_is_called() {
    Claims sound = new Claims(Map.of("持证主体", "张三", "KZ_JYXM", "热食"));
    assertThat(sound.eachOnce(Types.food())).isEqualTo(sound);
    for (Map<String, String> twice :
        java.util.List.of(
            Map.of("持证主体", "张三", "CZZT", "李四"),
            Map.of("经营项目", "热食", "KZ_JYXM", "冷食"),
            Map.of("证照编号", "1", "编号", "2"))) {
      assertThatThrownBy(() -> new Claims(twice).eachOnce(Types.food()))
          .isInstanceOf(MalformedValue.class);
    }
    assertThatThrownBy(() -> new Claims(Map.of("证照编号", "1", "ZZBH", "2")).eachOnce(null))
        .isInstanceOf(MalformedValue.class);
  }

  @Test
  void there_are_some_and_not_too_many_or_too_long() {
    assertThatThrownBy(() -> new Claims(Map.of())).isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> new Claims(many(Claims.MOST + 1))).isInstanceOf(MalformedValue.class);
    assertThat(new Claims(many(Claims.MOST)).fields()).hasSize(Claims.MOST);
    assertThatThrownBy(() -> new Claims(Map.of("持证主体", "x".repeat(1001))))
        .isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> new Claims(Map.of(" ", "x"))).isInstanceOf(MalformedValue.class);
  }

  @Test
  void what_was_claimed_is_not_told_by_its_text() {
    assertThat(new Claims(Map.of("持证主体", "张三"))).hasToString("1 claims");
  }

  private static Map<String, String> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "f" + i)
        .collect(Collectors.toMap(Function.identity(), it -> "x"));
  }
}
