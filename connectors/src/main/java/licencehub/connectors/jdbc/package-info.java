/**
 * Departments with a front-end database 前置库: unread rows are polled, and marked read once they are
 * on disk here. Which tables and columns those are, the dialect says.
 */
@NullMarked
package licencehub.connectors.jdbc;

import org.jspecify.annotations.NullMarked;
