package licencehub.library;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keys at hand; of each kind the one with the highest number is current.
 *
 * @param data at least one, no number twice
 * @param index at least one, no number twice
 */
public record HeldKeys(List<DataKey> data, List<IndexKey> index) implements KeyRing {
  public HeldKeys {
    data = data.stream().sorted(Comparator.comparingInt(DataKey::id)).toList();
    index = index.stream().sorted(Comparator.comparingInt(IndexKey::id)).toList();
    if (data.isEmpty()
        || index.isEmpty()
        || data.stream().map(DataKey::id).distinct().count() < data.size()
        || index.stream().map(IndexKey::id).distinct().count() < index.size()) {
      throw new IllegalArgumentException("keys need one of each kind at least, no number twice");
    }
  }

  @Override
  public DataKey currentData() {
    return data.getLast();
  }

  @Override
  public Optional<DataKey> findData(int id) {
    return data.stream().filter(it -> it.id() == id).findFirst();
  }

  @Override
  public IndexKey currentIndex() {
    return index.getLast();
  }

  @Override
  public Optional<IndexKey> findIndex(int id) {
    return index.stream().filter(it -> it.id() == id).findFirst();
  }

  @Override
  public String origin() {
    return "密钥环 the key ring";
  }
}
