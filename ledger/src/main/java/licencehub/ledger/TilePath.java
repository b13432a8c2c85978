package licencehub.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * Names one tile as C2SP tlog-tiles does: {@code 0/x001/x234/067} is tile 1234067 of level 0,
 * {@code 1/000.p/17} the first tile of level 1 when it held 17 hashes, {@code entries/000} the
 * first 256 entries.
 *
 * @param level from 0, or {@link #ENTRIES}
 * @param index position of the tile in its level, from 0
 * @param width hashes in it, from 1; 256 is a full tile
 */
public record TilePath(int level, long index, int width) {
  /** Stands for the level of the entries themselves. */
  public static final int ENTRIES = -1;

  private static final int MAX_LEVEL = 63;
  private static final long MAX_INDEX = Long.MAX_VALUE / Tiles.WIDTH - 1;
  private static final Pattern FORM =
      Pattern.compile(
          "(?<level>entries|0|[1-9][0-9]?)/(?<index>(x[0-9]{3}/){0,5}[0-9]{3})"
              + "(\\.p/(?<width>[1-9][0-9]{0,2}))?");

  public TilePath {
    if (level < ENTRIES
        || level > MAX_LEVEL
        || index < 0
        || index > MAX_INDEX
        || width < 1
        || width > Tiles.WIDTH) {
      throw malformed(write(level, index, width));
    }
  }

  /**
   * Reads the part of a tile's address after {@code tile/}.
   *
   * @throws MalformedValue if it is none, or not in its one canonical spelling
   */
  public static TilePath parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw malformed(text);
    }
    String level = parts.group("level");
    String width = parts.group("width");
    TilePath path =
        new TilePath(
            level.equals("entries") ? ENTRIES : Integer.parseInt(level),
            Long.parseLong(parts.group("index").replaceAll("[x/]", "")),
            width == null ? Tiles.WIDTH : Integer.parseInt(width));
    if (!path.toString().equals(text)) {
      throw malformed(text);
    }
    return path;
  }

  /** The number of the tile's first hash (or entry) among those of its level. */
  long first() {
    return index * Tiles.WIDTH;
  }

  /** Whether it can never hold more than it does, so that anybody may keep it for ever. */
  public boolean isFull() {
    return width == Tiles.WIDTH;
  }

  @Override
  public String toString() {
    return write(level, index, width);
  }

  private static String write(int level, long index, int width) {
    StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x%03d/".formatted(rest % 1000));
    }
    path.insert(0, (level == ENTRIES ? "entries" : level) + "/");
    return width == Tiles.WIDTH ? path.toString() : path + ".p/" + width;
  }

  private static MalformedValue malformed(String text) {
    return MalformedValue.of(
        Text.of("账本瓦片路径", "ledger tile path"),
        text,
        Text.of("应为“层/编号”或“层/编号.p/宽度”", "must be level/index or level/index.p/width"),
        "0/x001/234.p/17");
  }
}
