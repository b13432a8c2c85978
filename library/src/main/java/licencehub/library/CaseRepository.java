package licencehub.library;

import java.util.Optional;
import licencehub.model.code.CaseNumber;

/** Cases with every step reported of them. */
public interface CaseRepository {
  Optional<CaseFile> find(CaseNumber number);
}
