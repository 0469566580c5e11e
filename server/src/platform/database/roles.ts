/**
 * The SQL that makes the three logins and the database, once, run by the database's administrator. The embedded
 * database runs it itself; for a hosted one `yingshang db roles` prints it. Passwords are quoted literals.
 */
export interface RolePasswords {
  readonly owner: string
  readonly app: string
  readonly vault: string
}

export const roleNames = { owner: 'yingshang_owner', app: 'yingshang_app', vault: 'yingshang_vault' } as const

export function rolesSql(passwords: RolePasswords): string[] {
  const role = (name: string, password: string) =>
    `create role ${name} login password ${literal(password)} nosuperuser nocreatedb nocreaterole noinherit`
  return [
    role(roleNames.owner, passwords.owner),
    role(roleNames.app, passwords.app),
    role(roleNames.vault, passwords.vault),
  ]
}

export function databaseSql(database: string): string[] {
  return [`create database ${identifier(database)} owner ${roleNames.owner} encoding 'UTF8' template template0`]
}

/** Run inside the new database by its owner: nobody else may make things in it. */
export function privateDatabaseSql(database: string): string[] {
  return [
    `revoke all on database ${identifier(database)} from public`,
    `grant connect on database ${identifier(database)} to ${roleNames.app}, ${roleNames.vault}`,
    // The owner inherits nothing, so before PostgreSQL 16 the schema is taken as the role it belongs to.
    'do $$ begin set local role pg_database_owner; revoke all on schema public from public; end $$',
  ]
}

/**
 * Run inside the new database by its administrator: PostgreSQL lets everybody make large objects, which no right of ours
 * governs and no backup of ours holds.
 */
export const closedDatabaseSql: readonly string[] = [
  'revoke execute on function pg_catalog.lo_creat(integer), pg_catalog.lo_create(oid), pg_catalog.lo_from_bytea(oid, bytea) from public',
]

export function literal(text: string): string {
  if (/[\\\0]/.test(text)) throw new Error('a quoted SQL literal must not hold a backslash or NUL')
  return `'${text.replaceAll("'", "''")}'`
}

export function identifier(name: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(name)) throw new Error(`not a plain SQL name: ${name}`)
  return name
}
