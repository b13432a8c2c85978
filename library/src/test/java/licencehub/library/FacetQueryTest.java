package licencehub.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import licencehub.library.FacetQuery.Dimension;
import licencehub.model.MalformedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacetQueryTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @ParameterizedTest
  @ValueSource(strings = {"x", "2026", "2026-00", "2026-13", "2026-3", "2026-03-01", ""})
  void a_month_that_is_none_is_named(String month) {
    assertThatThrownBy(() -> asking(Map.of(Dimension.MONTH, month)))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("2026-03");
  }

  @Test
  void a_month_is_counted_alone() {
    Map<Dimension, String> only = Map.of(Dimension.MONTH, "2026-12");
    assertThat(asking(only).only()).isEqualTo(only);
  }

  private static FacetQuery asking(Map<Dimension, String> only) {
    return new FacetQuery(only, List.of(Dimension.TYPE), DAY, 10);
  }
}
