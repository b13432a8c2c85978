package licencehub.library;

/** Is told how far long work is, in the unit of that work. */
public interface ProgressListener {
  void at(long done, long total);
}
