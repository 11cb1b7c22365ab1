-- The ledger: every credit anybody holds, in double entry. One script, run once inside one transaction by the migrations.
--
--   account   who may hold credits: person:<id>, place:<id>, and the system accounts the credits come from and go to
--   txn       one money move: its kind, its idempotency key for ever, what was asked and what was answered
--   entry     the lines of a move; they sum to zero, arrive in one statement and never change
--   lot       credits of one origin with one expiry in one wallet; a transfer makes a new lot that remembers its root
--   hold      credits set aside for a render; resolved once, by a capture between nothing and all of it
--   hold_lot  which lots a hold stands on, in the order they are spent
--
-- Amounts are milli-credits. An entry is written in one of two books: 'credits' (what a wallet has) and 'debt' (what it
-- owes, negative). posted, held, debt, remaining are sums kept beside the entries; ledger.breaches proves them.
--
-- A move is one function call, made in READ COMMITTED. It locks the wallets' account rows in id order, answers a known key
-- with 'duplicate', decides refusals, and only then writes. System accounts are never locked or updated. Rows are never
-- deleted, so entries need no foreign keys, whose row locks would make every capture queue for the same account.
-- All names are qualified: what search_path says does not matter.

CREATE SCHEMA ledger;

CREATE TABLE ledger.account (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code        text NOT NULL UNIQUE CHECK (code ~ '^(person|place|system):[A-Za-z0-9_.-]+$'),
  kind        text NOT NULL GENERATED ALWAYS AS (split_part(code, ':', 1)) STORED,
  posted      bigint NOT NULL DEFAULT 0,
  held        bigint NOT NULL DEFAULT 0,
  debt        bigint NOT NULL DEFAULT 0 CHECK (debt >= 0),
  frozen      boolean NOT NULL DEFAULT false,
  merged_into bigint REFERENCES ledger.account,
  opened_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT never_overdrawn CHECK (0 <= held AND held <= posted),
  CONSTRAINT system_keeps_no_sums CHECK (kind <> 'system' OR (posted = 0 AND debt = 0 AND NOT frozen AND merged_into IS NULL)),
  CONSTRAINT merged_is_empty CHECK (merged_into IS NULL OR (posted = 0 AND debt = 0))
) WITH (fillfactor = 70);

CREATE TABLE ledger.txn (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind   text NOT NULL CHECK (kind IN
         ('grant', 'capture', 'expire', 'transfer', 'merge', 'claw_back', 'pay_debt', 'refund', 'freeze', 'thaw')),
  key    text NOT NULL UNIQUE CHECK (key <> ''),
  args   jsonb NOT NULL,
  result jsonb NOT NULL,
  about  text,
  actor  text NOT NULL,
  at     timestamptz NOT NULL
);

CREATE TABLE ledger.entry (
  txn_id     bigint NOT NULL,
  seq        integer NOT NULL,
  account_id bigint NOT NULL,
  book       text NOT NULL CHECK (book IN ('credits', 'debt')),
  amount     bigint NOT NULL CHECK (amount <> 0),
  lot_id     bigint,
  PRIMARY KEY (txn_id, seq),
  CONSTRAINT debt_has_no_lot CHECK (book = 'credits' OR lot_id IS NULL)
);
CREATE INDEX entry_of_account ON ledger.entry (account_id, txn_id);

-- The order of spending. NULL for a source that does not exist.
CREATE FUNCTION ledger.spend_rank(p_source text) RETURNS smallint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE p_source WHEN 'play' THEN 0 WHEN 'promo' THEN 1 WHEN 'subscription' THEN 2 WHEN 'goodwill' THEN 3
                       WHEN 'stripe' THEN 4 WHEN 'stars' THEN 4 WHEN 'discord' THEN 4 END::smallint $$;

CREATE TABLE ledger.lot (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES ledger.account,
  root       bigint REFERENCES ledger.lot,                 -- the granted lot this came from; NULL: granted here
  source     text NOT NULL,
  rank       smallint NOT NULL GENERATED ALWAYS AS (ledger.spend_rank(source)) STORED,
  expires_at timestamptz,
  granted    bigint NOT NULL CHECK (granted > 0),
  remaining  bigint NOT NULL DEFAULT 0,
  held       bigint NOT NULL DEFAULT 0,
  clawed     bigint NOT NULL DEFAULT 0 CHECK (clawed BETWEEN 0 AND granted),
  open       boolean NOT NULL GENERATED ALWAYS AS (remaining > 0) STORED,
  CONSTRAINT never_overspent CHECK (0 <= held AND held <= remaining AND remaining <= granted)
) WITH (fillfactor = 70);
-- `open` and not `remaining > 0`: a predicate on a column that changes with every capture would cost an index write each time.
CREATE INDEX lot_spend ON ledger.lot (account_id, rank, expires_at, id) WHERE open;
CREATE INDEX lot_due ON ledger.lot (expires_at) WHERE open AND expires_at IS NOT NULL;
CREATE INDEX lot_root ON ledger.lot (root) WHERE root IS NOT NULL;

CREATE TABLE ledger.hold (
  id         text PRIMARY KEY CHECK (id <> ''),
  account_id bigint NOT NULL REFERENCES ledger.account,    -- the wallet that carries it; a merge moves open holds
  payer_id   bigint NOT NULL,                              -- the wallet that made it, for ever
  render_id  bigint NOT NULL,
  actor      text NOT NULL,
  sources    text[],
  amount     bigint NOT NULL CHECK (amount > 0),
  captured   bigint CHECK (captured BETWEEN 0 AND amount), -- NULL: open
  refunded   bigint NOT NULL DEFAULT 0,
  at         timestamptz NOT NULL,
  settled_at timestamptz,
  CONSTRAINT settled_once CHECK ((captured IS NULL) = (settled_at IS NULL)),
  CONSTRAINT refunded_at_most_captured CHECK (refunded BETWEEN 0 AND coalesce(captured, 0)),
  CONSTRAINT one_hold_per_render_and_wallet UNIQUE (render_id, payer_id)
) WITH (fillfactor = 70);
CREATE INDEX hold_made ON ledger.hold (account_id, actor, at);

CREATE TABLE ledger.hold_lot (
  hold_id text NOT NULL,
  lot_id  bigint NOT NULL,
  n       integer NOT NULL,
  amount  bigint NOT NULL CHECK (amount > 0),
  PRIMARY KEY (hold_id, lot_id)
);

-- Guards -----------------------------------------------------------------------------------------------------------

CREATE FUNCTION ledger.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'ledger: % of ledger.% is refused: %', TG_OP, TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;

-- Nothing is ever deleted; moves and entries are never changed; nothing at all is written but by the functions below,
-- which say so in the setting ledger.moving for as long as they write.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['account', 'txn', 'entry', 'lot', 'hold', 'hold_lot'] LOOP
    EXECUTE format('CREATE TRIGGER a_kept BEFORE DELETE OR TRUNCATE ON ledger.%I EXECUTE FUNCTION ledger.refuse(%L)', t, 'nothing is deleted');
    EXECUTE format('CREATE TRIGGER b_by_moves BEFORE INSERT OR UPDATE ON ledger.%I FOR EACH STATEMENT '
                   'WHEN (current_setting(''ledger.moving'', true) IS DISTINCT FROM ''on'') EXECUTE FUNCTION ledger.refuse(%L)', t, 'call a function of the ledger');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['txn', 'entry', 'hold_lot'] LOOP
    EXECUTE format('CREATE TRIGGER c_frozen BEFORE UPDATE ON ledger.%I EXECUTE FUNCTION ledger.refuse(%L)', t, 'it is append-only');
  END LOOP;
END $$;

CREATE TRIGGER c_frozen BEFORE UPDATE ON ledger.account FOR EACH ROW
  WHEN (NEW.id <> OLD.id OR NEW.code <> OLD.code OR OLD.merged_into IS NOT NULL AND NEW.merged_into IS DISTINCT FROM OLD.merged_into)
  EXECUTE FUNCTION ledger.refuse('what an account is never changes');
CREATE TRIGGER c_frozen BEFORE UPDATE ON ledger.lot FOR EACH ROW
  WHEN (NEW.id <> OLD.id OR NEW.root IS DISTINCT FROM OLD.root OR NEW.source <> OLD.source OR NEW.granted <> OLD.granted
        OR NEW.expires_at IS DISTINCT FROM OLD.expires_at OR NEW.clawed < OLD.clawed)
  EXECUTE FUNCTION ledger.refuse('what a lot is never changes');
CREATE TRIGGER c_frozen BEFORE UPDATE ON ledger.hold FOR EACH ROW
  WHEN (NEW.id <> OLD.id OR NEW.payer_id <> OLD.payer_id OR NEW.render_id <> OLD.render_id OR NEW.actor <> OLD.actor OR NEW.at <> OLD.at
        OR NEW.amount <> OLD.amount OR NEW.refunded < OLD.refunded
        OR OLD.captured IS NOT NULL AND (NEW.captured IS DISTINCT FROM OLD.captured OR NEW.account_id <> OLD.account_id))
  EXECUTE FUNCTION ledger.refuse('a hold resolves once');

-- The entries of one move come in one statement that sums to zero, name a move, accounts and lots that exist, and no more
-- are ever added to it.
CREATE FUNCTION ledger.check_entries() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE t bigint;
BEGIN
  SELECT f.txn_id INTO t FROM (SELECT txn_id, sum(amount) AS total, count(*) AS lines FROM fresh GROUP BY txn_id) f
   WHERE f.total <> 0 OR f.lines <> (SELECT count(*) FROM ledger.entry e WHERE e.txn_id = f.txn_id)
      OR NOT EXISTS (SELECT FROM ledger.txn x WHERE x.id = f.txn_id) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'ledger: the entries of txn % do not sum to zero in one statement', t USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  SELECT f.txn_id INTO t FROM fresh f
   WHERE NOT EXISTS (SELECT FROM ledger.account a WHERE a.id = f.account_id)
      OR f.lot_id IS NOT NULL AND NOT EXISTS (SELECT FROM ledger.lot l WHERE l.id = f.lot_id) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'ledger: txn % names an account or a lot that does not exist', t USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER d_balanced AFTER INSERT ON ledger.entry REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_entries();

CREATE FUNCTION ledger.check_txn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ledger.entry WHERE txn_id = NEW.id) THEN
    RAISE EXCEPTION 'ledger: txn % moves nothing', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER d_moves AFTER INSERT ON ledger.txn DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.kind NOT IN ('freeze', 'thaw', 'merge')) EXECUTE FUNCTION ledger.check_txn();

-- Parts of moves; called by the moves only ----------------------------------------------------------------------------

-- amount goes into the entries and the sums, held only into the sums.
CREATE TYPE ledger.line AS (account_id bigint, book text, amount bigint, lot_id bigint, held bigint);

-- Change the sums of wallets and lots by these lines.
CREATE FUNCTION ledger.apply(p_lines ledger.line[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ledger.lot l SET remaining = l.remaining + d.amount, held = l.held + d.held
    FROM (SELECT x.lot_id, sum(x.amount)::bigint AS amount, sum(x.held)::bigint AS held
            FROM unnest(p_lines) x WHERE x.lot_id IS NOT NULL GROUP BY x.lot_id) d
   WHERE l.id = d.lot_id;
  UPDATE ledger.account a SET posted = a.posted + d.credits, held = a.held + d.held, debt = a.debt - d.debt
    FROM (SELECT x.account_id, coalesce(sum(x.amount) FILTER (WHERE x.book = 'credits'), 0)::bigint AS credits,
                 coalesce(sum(x.amount) FILTER (WHERE x.book = 'debt'), 0)::bigint AS debt, sum(x.held)::bigint AS held
            FROM unnest(p_lines) x GROUP BY x.account_id) d
   WHERE a.id = d.account_id AND a.kind <> 'system';
END $$;

-- Write one move: the transaction, its entries, the sums.
CREATE FUNCTION ledger.post(p_kind text, p_key text, p_args jsonb, p_result jsonb, p_about text, p_actor text, p_at timestamptz,
                            p_lines ledger.line[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE t bigint;
BEGIN
  INSERT INTO ledger.txn (kind, key, args, result, about, actor, at)
    VALUES (p_kind, p_key, p_args, p_result, p_about, p_actor, p_at) RETURNING id INTO t;
  INSERT INTO ledger.entry (txn_id, seq, account_id, book, amount, lot_id)
    SELECT t, x.n, x.account_id, x.book, x.amount, x.lot_id
      FROM unnest(p_lines) WITH ORDINALITY x(account_id, book, amount, lot_id, held, n) WHERE x.amount <> 0;
  PERFORM ledger.apply(p_lines);
END $$;

-- The answer once given to this key, or NULL. Raises when the key stands for something else.
CREATE FUNCTION ledger.answered(p_kind text, p_key text, p_args jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE t ledger.txn;
BEGIN
  SELECT * INTO t FROM ledger.txn WHERE key = p_key;
  IF NOT FOUND THEN
    RETURN NULL;
  ELSIF t.kind <> p_kind OR t.args <> p_args THEN
    RAISE EXCEPTION 'ledger: key % was used for % %, not % %', p_key, t.kind, t.args, p_kind, p_args USING ERRCODE = 'unique_violation';
  END IF;
  RETURN t.result || '{"status": "duplicate"}';
END $$;

CREATE FUNCTION ledger.system(p_name text) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT id FROM ledger.account WHERE code = 'system:' || p_name $$;

-- The wallet that stands for this account now, after any number of merges.
CREATE FUNCTION ledger.follow(p_account bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE here bigint := p_account; next bigint;
BEGIN
  LOOP
    SELECT merged_into INTO next FROM ledger.account WHERE id = here;
    IF next IS NULL THEN
      RETURN here;
    END IF;
    here := next;
  END LOOP;
END $$;

-- Lock one wallet; a NULL row when it was never opened.
CREATE FUNCTION ledger.lock_wallet(p_code text) RETURNS ledger.account LANGUAGE plpgsql AS $$
DECLARE w ledger.account;
BEGIN
  SELECT * INTO w FROM ledger.account WHERE code = p_code FOR NO KEY UPDATE;
  WHILE w.merged_into IS NOT NULL LOOP
    SELECT * INTO w FROM ledger.account WHERE id = w.merged_into FOR NO KEY UPDATE;
  END LOOP;
  IF w.kind = 'system' THEN
    RAISE EXCEPTION 'ledger: % is no wallet', p_code USING ERRCODE = 'invalid_parameter_value';
  END IF;
  RETURN w;
END $$;

-- Lock two wallets in id order, opening the ones that are missing.
CREATE FUNCTION ledger.lock_two(p_one text, p_two text, OUT one ledger.account, OUT two ledger.account) LANGUAGE plpgsql AS $$
DECLARE first bigint := ledger.follow(ledger.open_account(p_one)); second bigint := ledger.follow(ledger.open_account(p_two));
BEGIN
  LOOP
    PERFORM FROM ledger.account WHERE id IN (first, second) ORDER BY id FOR NO KEY UPDATE;
    SELECT * INTO one FROM ledger.account WHERE id = first;
    SELECT * INTO two FROM ledger.account WHERE id = second;
    EXIT WHEN one.merged_into IS NULL AND two.merged_into IS NULL;
    first := ledger.follow(first);                          -- merged while we waited
    second := ledger.follow(second);
  END LOOP;
  IF one.kind = 'system' OR two.kind = 'system' THEN
    RAISE EXCEPTION 'ledger: % or % is no wallet', p_one, p_two USING ERRCODE = 'invalid_parameter_value';
  END IF;
END $$;

-- Free lots in the order of spending, up to an amount; a total below it is all there is.
CREATE FUNCTION ledger.pick(p_account bigint, p_amount bigint, p_sources text[], p_at timestamptz,
                            OUT lots bigint[], OUT amounts bigint[], OUT total bigint) LANGUAGE plpgsql AS $$
DECLARE l record; take bigint;
BEGIN
  total := 0;
  FOR l IN SELECT id, remaining - held AS free FROM ledger.lot
            WHERE account_id = p_account AND open AND remaining > held AND (expires_at IS NULL OR expires_at > p_at)
              AND (p_sources IS NULL OR source = ANY (p_sources))
            ORDER BY rank, expires_at, id LOOP
    take := least(l.free, p_amount - total);
    lots := lots || l.id;
    amounts := amounts || take;
    total := total + take;
    EXIT WHEN total = p_amount;
  END LOOP;
END $$;

-- Credits arriving in a locked wallet: a new lot, after what is owed was paid. Play credits pay no debt.
CREATE FUNCTION ledger.receive(p_account bigint, p_owed bigint, p_amount bigint, p_source text, p_expires timestamptz, p_root bigint,
                               OUT lot bigint, OUT paid bigint, OUT lines ledger.line[]) LANGUAGE plpgsql AS $$
BEGIN
  paid := CASE WHEN p_source = 'play' THEN 0 ELSE least(p_owed, p_amount) END;
  INSERT INTO ledger.lot (account_id, root, source, expires_at, granted)
    VALUES (p_account, p_root, p_source, p_expires, p_amount) RETURNING id INTO lot;
  lines := ARRAY[ROW(p_account, 'credits', p_amount - paid, lot, 0)::ledger.line, ROW(p_account, 'debt', paid, NULL, 0)::ledger.line];
END $$;

CREATE FUNCTION ledger.begin_writing() RETURNS void LANGUAGE sql AS $$ SELECT set_config('ledger.moving', 'on', true) $$;
CREATE FUNCTION ledger.end_writing() RETURNS void LANGUAGE sql AS $$ SELECT set_config('ledger.moving', 'off', true) $$;

CREATE FUNCTION ledger.refused(p_reason text, p_more jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('status', 'refused', 'reason', p_reason) || p_more $$;

CREATE FUNCTION ledger.must_be_positive(p_amount bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_amount IS NULL OR p_amount <= 0 THEN
    RAISE EXCEPTION 'ledger: an amount is a positive number of milli-credits, not %', p_amount USING ERRCODE = 'invalid_parameter_value';
  END IF;
END $$;

-- Moves ----------------------------------------------------------------------------------------------------------------

-- The account of this code, opened if it is new.
CREATE FUNCTION ledger.open_account(p_code text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE a bigint;
BEGIN
  SELECT id INTO a FROM ledger.account WHERE code = p_code;
  IF a IS NULL THEN
    PERFORM ledger.begin_writing();
    INSERT INTO ledger.account (code) VALUES (p_code) ON CONFLICT (code) DO NOTHING;
    PERFORM ledger.end_writing();
    SELECT id INTO STRICT a FROM ledger.account WHERE code = p_code;
  END IF;
  RETURN a;
END $$;

-- New credits. What the wallet owes is paid first.
CREATE FUNCTION ledger.grant_credits(p_key text, p_account text, p_amount bigint, p_source text, p_expires timestamptz DEFAULT NULL,
                                     p_actor text DEFAULT 'system', p_at timestamptz DEFAULT now()) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  args jsonb := jsonb_build_object('account', p_account, 'amount', p_amount, 'source', p_source, 'expires', extract(epoch FROM p_expires));
  w ledger.account; known jsonb; got record; answer jsonb;
BEGIN
  PERFORM ledger.must_be_positive(p_amount);
  IF ledger.spend_rank(p_source) IS NULL THEN
    RAISE EXCEPTION 'ledger: there is no source %', p_source USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM ledger.open_account(p_account);
  w := ledger.lock_wallet(p_account);
  known := ledger.answered('grant', p_key, args);
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  PERFORM ledger.begin_writing();
  SELECT * INTO got FROM ledger.receive(w.id, w.debt, p_amount, p_source, p_expires, NULL);
  answer := jsonb_build_object('status', 'ok', 'amount', p_amount, 'debt_paid', got.paid, 'lot', got.lot);
  PERFORM ledger.post('grant', p_key, args, answer, NULL, p_actor, p_at,
                      ROW(ledger.system(p_source), 'credits', -p_amount, NULL, 0)::ledger.line || got.lines);
  PERFORM ledger.end_writing();
  RETURN answer;
END $$;

-- Set credits aside for a render, before anything is paid for. p_sources: only these; p_limit: the most this actor may have
-- spent from this wallet since p_since, this hold included. The hold's id is its idempotency key.
CREATE FUNCTION ledger.place_hold(p_hold text, p_account text, p_amount bigint, p_render bigint, p_actor text, p_sources text[] DEFAULT NULL,
                                  p_limit bigint DEFAULT NULL, p_since timestamptz DEFAULT '-infinity', p_at timestamptz DEFAULT now())
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE w ledger.account; known ledger.hold; p record; used bigint;
BEGIN
  PERFORM ledger.must_be_positive(p_amount);
  w := ledger.lock_wallet(p_account);
  SELECT * INTO known FROM ledger.hold WHERE id = p_hold;
  IF known.id IS NOT NULL THEN
    IF (ledger.follow(known.payer_id), known.amount, known.render_id, known.actor, known.sources)
       IS DISTINCT FROM (w.id, p_amount, p_render, p_actor, p_sources) THEN
      RAISE EXCEPTION 'ledger: hold % was made with other arguments', p_hold USING ERRCODE = 'unique_violation';
    END IF;
    RETURN jsonb_build_object('status', 'duplicate', 'amount', known.amount);
  END IF;
  IF w.id IS NULL THEN
    RETURN ledger.refused('insufficient', '{"free": 0}');
  ELSIF w.frozen THEN
    RETURN ledger.refused('frozen');
  ELSIF w.debt > 0 THEN
    RETURN ledger.refused('debt', jsonb_build_object('debt', w.debt));
  END IF;
  IF p_limit IS NOT NULL THEN
    used := ledger.spent(w.id, p_actor, p_since);
    IF used + p_amount > p_limit THEN
      RETURN ledger.refused('over_limit', jsonb_build_object('left', greatest(p_limit - used, 0)));
    END IF;
  END IF;
  SELECT * INTO p FROM ledger.pick(w.id, p_amount, p_sources, p_at);
  IF p.total < p_amount THEN
    RETURN ledger.refused('insufficient', jsonb_build_object('free', p.total));
  END IF;
  PERFORM ledger.begin_writing();
  INSERT INTO ledger.hold (id, account_id, payer_id, render_id, actor, sources, amount, at)
    VALUES (p_hold, w.id, w.id, p_render, p_actor, p_sources, p_amount, p_at);
  INSERT INTO ledger.hold_lot (hold_id, lot_id, n, amount)
    SELECT p_hold, x.lot, x.n, x.amount FROM unnest(p.lots, p.amounts) WITH ORDINALITY x(lot, amount, n);
  PERFORM ledger.apply((SELECT array_agg(ROW(w.id, 'credits', 0, x.lot, x.amount)::ledger.line) FROM unnest(p.lots, p.amounts) x(lot, amount)));
  PERFORM ledger.end_writing();
  RETURN jsonb_build_object('status', 'ok', 'amount', p_amount);
END $$;

-- Resolve a hold: capture this much, in the order of spending, and let the rest go back to the lots it came from.
CREATE FUNCTION ledger.settle_hold(p_hold text, p_capture bigint, p_at timestamptz DEFAULT now()) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE h ledger.hold; wallet bigint; lines ledger.line[]; l record; rest bigint := p_capture; take bigint; answer jsonb;
BEGIN
  SELECT account_id INTO wallet FROM ledger.hold WHERE id = p_hold;
  IF wallet IS NULL THEN
    RAISE EXCEPTION 'ledger: there is no hold %', p_hold USING ERRCODE = 'no_data_found';
  END IF;
  LOOP
    PERFORM FROM ledger.account WHERE id = wallet FOR NO KEY UPDATE;
    SELECT * INTO h FROM ledger.hold WHERE id = p_hold;
    EXIT WHEN h.account_id = wallet;
    wallet := h.account_id;                                 -- merged while we waited
  END LOOP;
  IF p_capture IS NULL OR p_capture < 0 OR p_capture > h.amount THEN
    RAISE EXCEPTION 'ledger: capture of % from hold % of %', p_capture, p_hold, h.amount USING ERRCODE = 'invalid_parameter_value';
  END IF;
  answer := jsonb_build_object('status', 'ok', 'captured', p_capture, 'released', h.amount - p_capture);
  IF h.captured IS NOT NULL THEN
    IF h.captured <> p_capture THEN
      RAISE EXCEPTION 'ledger: hold % was settled with %, not %', p_hold, h.captured, p_capture USING ERRCODE = 'unique_violation';
    END IF;
    RETURN answer || '{"status": "duplicate"}';
  END IF;
  FOR l IN SELECT lot_id, amount FROM ledger.hold_lot WHERE hold_id = p_hold ORDER BY n LOOP
    take := least(l.amount, rest);
    rest := rest - take;
    lines := lines || ROW(wallet, 'credits', -take, l.lot_id, -l.amount)::ledger.line;
  END LOOP;
  PERFORM ledger.begin_writing();
  UPDATE ledger.hold SET captured = p_capture, settled_at = p_at WHERE id = p_hold;
  IF p_capture = 0 THEN
    PERFORM ledger.apply(lines);
  ELSE
    PERFORM ledger.post('capture', 'cap:' || p_hold, jsonb_build_object('capture', p_capture), answer, p_hold, h.actor, p_at,
                        lines || ROW(ledger.system('revenue'), 'credits', p_capture, NULL, 0)::ledger.line);
  END IF;
  PERFORM ledger.end_writing();
  RETURN answer;
END $$;

-- Take what is due out of at most p_limit lots. Held credits of a due lot stay until they come back, then the next run takes
-- them. A wallet somebody is working on is left to the next run.
CREATE FUNCTION ledger.expire_due(p_at timestamptz DEFAULT now(), p_limit integer DEFAULT 200) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE wallet bigint; l ledger.lot; gone bigint; lots bigint := 0; total bigint := 0; answer jsonb;
BEGIN
  FOR wallet IN SELECT a.id FROM ledger.account a
                 WHERE a.id IN (SELECT d.account_id FROM ledger.lot d WHERE d.open AND d.expires_at <= p_at AND d.remaining > d.held
                                 ORDER BY d.expires_at LIMIT p_limit)
                 ORDER BY a.id FOR NO KEY UPDATE SKIP LOCKED LOOP
    FOR l IN SELECT * FROM ledger.lot WHERE account_id = wallet AND open AND expires_at <= p_at AND remaining > held ORDER BY id LOOP
      gone := l.remaining - l.held;
      answer := jsonb_build_object('status', 'ok', 'amount', gone);
      PERFORM ledger.begin_writing();
      PERFORM ledger.post('expire', format('expire:%s:%s', l.id, l.remaining), jsonb_build_object('lot', l.id, 'amount', gone), answer,
                          l.id::text, 'system', p_at, ARRAY[ROW(wallet, 'credits', -gone, l.id, 0)::ledger.line,
                                                            ROW(ledger.system('expired'), 'credits', gone, NULL, 0)::ledger.line]);
      PERFORM ledger.end_writing();
      lots := lots + 1;
      total := total + gone;
    END LOOP;
  END LOOP;
  RETURN jsonb_build_object('status', 'ok', 'lots', lots, 'amount', total);
END $$;

-- Free credits from one wallet to another: a gift, a top-up of a pool. They keep source, expiry and root.
CREATE FUNCTION ledger.transfer(p_key text, p_from text, p_to text, p_amount bigint, p_actor text, p_sources text[] DEFAULT NULL,
                                p_about text DEFAULT NULL, p_at timestamptz DEFAULT now()) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  args jsonb := jsonb_build_object('from', p_from, 'to', p_to, 'amount', p_amount, 'sources', to_jsonb(p_sources));
  w record; known jsonb; p record; l record; got record; owed bigint; lines ledger.line[]; answer jsonb;
BEGIN
  PERFORM ledger.must_be_positive(p_amount);
  SELECT * INTO w FROM ledger.lock_two(p_from, p_to);
  known := ledger.answered('transfer', p_key, args);
  IF known IS NOT NULL THEN
    RETURN known;
  ELSIF (w.one).id = (w.two).id THEN
    RETURN ledger.refused('same_wallet');
  ELSIF (w.one).frozen THEN
    RETURN ledger.refused('frozen');
  ELSIF (w.one).debt > 0 THEN
    RETURN ledger.refused('debt', jsonb_build_object('debt', (w.one).debt));
  END IF;
  SELECT * INTO p FROM ledger.pick((w.one).id, p_amount, p_sources, p_at);
  IF p.total < p_amount THEN
    RETURN ledger.refused('insufficient', jsonb_build_object('free', p.total));
  END IF;
  PERFORM ledger.begin_writing();
  owed := (w.two).debt;
  FOR l IN SELECT o.*, x.amount AS moved FROM unnest(p.lots, p.amounts) WITH ORDINALITY x(lot, amount, n)
             JOIN ledger.lot o ON o.id = x.lot ORDER BY x.n LOOP
    SELECT * INTO got FROM ledger.receive((w.two).id, owed, l.moved, l.source, l.expires_at, coalesce(l.root, l.id));
    owed := owed - got.paid;
    lines := lines || ROW((w.one).id, 'credits', -l.moved, l.id, 0)::ledger.line || got.lines;
  END LOOP;
  answer := jsonb_build_object('status', 'ok', 'amount', p_amount, 'debt_paid', (w.two).debt - owed);
  PERFORM ledger.post('transfer', p_key, args, answer, p_about, p_actor, p_at, lines);
  PERFORM ledger.end_writing();
  RETURN answer;
END $$;

-- Two accounts turn out to be one person: everything moves, with open holds, debt and a freeze; what is addressed to the old
-- wallet later goes to the new one.
CREATE FUNCTION ledger.merge_wallets(p_key text, p_from text, p_into text, p_actor text, p_at timestamptz DEFAULT now())
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  args jsonb := jsonb_build_object('from', p_from, 'into', p_into);
  w record; known jsonb; lines ledger.line[]; answer jsonb;
BEGIN
  SELECT * INTO w FROM ledger.lock_two(p_from, p_into);
  known := ledger.answered('merge', p_key, args);
  IF known IS NOT NULL THEN
    RETURN known;
  ELSIF (w.one).id = (w.two).id THEN
    RETURN ledger.refused('same_wallet');
  ELSIF (w.one).kind <> (w.two).kind THEN
    RAISE EXCEPTION 'ledger: % and % cannot be the same', p_from, p_into USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT array_agg(x.line) INTO lines FROM (
    SELECT ROW(side.account, 'credits', side.sign * l.remaining, l.id, side.sign * l.held)::ledger.line AS line
      FROM ledger.lot l, (VALUES ((w.one).id, -1), ((w.two).id, 1)) side(account, sign) WHERE l.account_id = (w.one).id AND l.open
    UNION ALL
    SELECT ROW(side.account, 'debt', side.sign * -(w.one).debt, NULL, 0)::ledger.line
      FROM (VALUES ((w.one).id, -1), ((w.two).id, 1)) side(account, sign)) x;
  answer := jsonb_build_object('status', 'ok', 'amount', (w.one).posted, 'debt', (w.one).debt);
  PERFORM ledger.begin_writing();
  PERFORM ledger.post('merge', p_key, args, answer, NULL, p_actor, p_at, lines);
  UPDATE ledger.lot SET account_id = (w.two).id WHERE account_id = (w.one).id AND open;
  UPDATE ledger.hold SET account_id = (w.two).id WHERE account_id = (w.one).id AND captured IS NULL;
  UPDATE ledger.account SET frozen = (w.one).frozen OR (w.two).frozen WHERE id = (w.two).id;
  UPDATE ledger.account SET merged_into = (w.two).id WHERE id = (w.one).id;
  PERFORM ledger.end_writing();
  RETURN answer;
END $$;

-- A payment was refunded or disputed: its credits go, as far as they are not held, wherever they were given; the rest is debt
-- of the buyer. p_amount NULL: all of them. Never more than was granted, however many refunds and disputes there are.
CREATE FUNCTION ledger.claw_back(p_key text, p_grant text, p_amount bigint DEFAULT NULL, p_actor text DEFAULT 'system',
                                 p_at timestamptz DEFAULT now()) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  args jsonb := jsonb_build_object('grant', p_grant, 'amount', p_amount);
  origin ledger.lot; l ledger.lot; holders bigint[]; locked bigint[] := '{}'; debtor bigint; known jsonb;
  claim bigint; rest bigint; take bigint; lines ledger.line[]; answer jsonb;
BEGIN
  IF p_amount IS NOT NULL THEN
    PERFORM ledger.must_be_positive(p_amount);
  END IF;
  SELECT o.* INTO origin FROM ledger.txn t JOIN ledger.lot o ON o.id = (t.result ->> 'lot')::bigint WHERE t.key = p_grant AND t.kind = 'grant';
  IF origin.id IS NULL THEN
    RAISE EXCEPTION 'ledger: there is no grant %', p_grant USING ERRCODE = 'no_data_found';
  END IF;
  LOOP                                                      -- who holds any of it may change until they are locked
    debtor := ledger.follow(origin.account_id);
    SELECT array_agg(DISTINCT x) INTO holders FROM (
      SELECT account_id FROM ledger.lot WHERE open AND (id = origin.id OR root = origin.id) UNION ALL SELECT debtor) h(x);
    EXIT WHEN holders <@ locked;
    PERFORM FROM ledger.account WHERE id = ANY (holders) ORDER BY id FOR NO KEY UPDATE;
    locked := locked || holders;
  END LOOP;
  known := ledger.answered('claw_back', p_key, args);
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  SELECT granted - clawed INTO claim FROM ledger.lot WHERE id = origin.id;
  claim := least(coalesce(p_amount, claim), claim);
  IF claim = 0 THEN
    RETURN ledger.refused('nothing_left');
  END IF;
  rest := claim;
  FOR l IN SELECT * FROM ledger.lot WHERE open AND remaining > held AND (id = origin.id OR root = origin.id)
            ORDER BY account_id <> debtor, id LOOP
    take := least(l.remaining - l.held, rest);
    rest := rest - take;
    lines := lines || ROW(l.account_id, 'credits', -take, l.id, 0)::ledger.line;
    EXIT WHEN rest = 0;
  END LOOP;
  answer := jsonb_build_object('status', 'ok', 'taken', claim - rest, 'debt', rest);
  PERFORM ledger.begin_writing();
  PERFORM ledger.post('claw_back', p_key, args, answer, p_grant, p_actor, p_at,
                      lines || ARRAY[ROW(debtor, 'debt', -rest, NULL, 0)::ledger.line,
                                     ROW(ledger.system(origin.source), 'credits', claim, NULL, 0)::ledger.line]);
  UPDATE ledger.lot SET clawed = clawed + claim WHERE id = origin.id;
  PERFORM ledger.end_writing();
  RETURN answer;
END $$;

-- Pay what is owed with free credits of the wallet itself, as far as they go.
CREATE FUNCTION ledger.pay_debt(p_key text, p_account text, p_actor text, p_at timestamptz DEFAULT now()) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE args jsonb := jsonb_build_object('account', p_account); w ledger.account; known jsonb; p record; answer jsonb;
BEGIN
  w := ledger.lock_wallet(p_account);
  known := ledger.answered('pay_debt', p_key, args);
  IF known IS NOT NULL THEN
    RETURN known;
  ELSIF coalesce(w.debt, 0) = 0 THEN
    RETURN ledger.refused('no_debt');
  END IF;
  SELECT * INTO p FROM ledger.pick(w.id, w.debt, ARRAY['promo', 'subscription', 'goodwill', 'stripe', 'stars', 'discord'], p_at);
  IF p.total = 0 THEN
    RETURN ledger.refused('insufficient', '{"free": 0}');
  END IF;
  answer := jsonb_build_object('status', 'ok', 'amount', p.total, 'debt', w.debt - p.total);
  PERFORM ledger.begin_writing();
  PERFORM ledger.post('pay_debt', p_key, args, answer, NULL, p_actor, p_at,
                      (SELECT array_agg(ROW(w.id, 'credits', -x.amount, x.lot, 0)::ledger.line) FROM unnest(p.lots, p.amounts) x(lot, amount))
                      || ROW(w.id, 'debt', p.total, NULL, 0)::ledger.line);
  PERFORM ledger.end_writing();
  RETURN answer;
END $$;

-- Goodwill: give back part of what a hold captured, as credits that do not expire. What was paid with play credits comes back
-- as play credits, last.
CREATE FUNCTION ledger.refund_capture(p_key text, p_hold text, p_amount bigint, p_actor text, p_at timestamptz DEFAULT now())
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  args jsonb := jsonb_build_object('hold', p_hold, 'amount', p_amount);
  h ledger.hold; payer text; w ledger.account; known jsonb; real_mc bigint; paid bigint := 0; got record; answer jsonb;
  lines ledger.line[] := ARRAY[ROW(ledger.system('revenue'), 'credits', -p_amount, NULL, 0)::ledger.line];
BEGIN
  PERFORM ledger.must_be_positive(p_amount);
  SELECT * INTO h FROM ledger.hold WHERE id = p_hold;
  IF h.id IS NULL THEN
    RAISE EXCEPTION 'ledger: there is no hold %', p_hold USING ERRCODE = 'no_data_found';
  END IF;
  SELECT code INTO payer FROM ledger.account WHERE id = h.account_id;
  w := ledger.lock_wallet(payer);
  SELECT * INTO h FROM ledger.hold WHERE id = p_hold;
  known := ledger.answered('refund', p_key, args);
  IF known IS NOT NULL THEN
    RETURN known;
  ELSIF p_amount > coalesce(h.captured, 0) - h.refunded THEN
    RETURN ledger.refused('over_capture', jsonb_build_object('left', coalesce(h.captured, 0) - h.refunded));
  END IF;
  SELECT coalesce(-sum(e.amount), 0) INTO real_mc FROM ledger.txn t JOIN ledger.entry e ON e.txn_id = t.id JOIN ledger.lot l ON l.id = e.lot_id
   WHERE t.key = 'cap:' || p_hold AND l.source <> 'play';
  real_mc := least(p_amount, real_mc - least(h.refunded, real_mc));
  PERFORM ledger.begin_writing();
  IF real_mc > 0 THEN
    SELECT * INTO got FROM ledger.receive(w.id, w.debt, real_mc, 'goodwill', NULL, NULL);
    paid := got.paid;
    lines := lines || got.lines;
  END IF;
  IF real_mc < p_amount THEN
    SELECT * INTO got FROM ledger.receive(w.id, 0, p_amount - real_mc, 'play', NULL, NULL);
    lines := lines || got.lines;
  END IF;
  answer := jsonb_build_object('status', 'ok', 'amount', p_amount, 'debt_paid', paid);
  PERFORM ledger.post('refund', p_key, args, answer, p_hold, p_actor, p_at, lines);
  UPDATE ledger.hold SET refunded = refunded + p_amount WHERE id = p_hold;
  PERFORM ledger.end_writing();
  RETURN answer;
END $$;

-- Stop a wallet from spending, or let it again. What it holds goes on, and credits still arrive.
CREATE FUNCTION ledger.set_frozen(p_key text, p_account text, p_frozen boolean, p_actor text, p_why text DEFAULT '', p_at timestamptz DEFAULT now())
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  args jsonb := jsonb_build_object('account', p_account, 'why', p_why);
  what text := CASE WHEN p_frozen THEN 'freeze' ELSE 'thaw' END;
  w ledger.account; known jsonb; answer jsonb;
BEGIN
  PERFORM ledger.open_account(p_account);
  w := ledger.lock_wallet(p_account);
  known := ledger.answered(what, p_key, args);
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  answer := jsonb_build_object('status', 'ok', 'was', w.frozen);
  PERFORM ledger.begin_writing();
  PERFORM ledger.post(what, p_key, args, answer, NULL, p_actor, p_at, '{}');
  UPDATE ledger.account SET frozen = p_frozen WHERE id = w.id;
  PERFORM ledger.end_writing();
  RETURN answer;
END $$;

-- Questions --------------------------------------------------------------------------------------------------------------

-- What one actor spent from a wallet since a time: the holds they made, less what came back.
CREATE FUNCTION ledger.spent(p_account bigint, p_actor text, p_since timestamptz) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(coalesce(captured, amount) - refunded), 0)::bigint FROM ledger.hold
   WHERE account_id = p_account AND actor = p_actor AND at >= p_since $$;

-- This wallet and all that were merged into it.
CREATE FUNCTION ledger.family(p_account bigint) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  WITH RECURSIVE f(id) AS (SELECT p_account UNION SELECT a.id FROM ledger.account a JOIN f ON a.merged_into = f.id) SELECT id FROM f $$;

-- One consistent look at a wallet; all zeros when it was never opened.
CREATE FUNCTION ledger.balance(p_account text, p_at timestamptz DEFAULT now()) RETURNS jsonb LANGUAGE sql STABLE AS $$
  WITH RECURSIVE way AS (
    SELECT a.* FROM ledger.account a WHERE a.code = p_account
    UNION ALL SELECT n.* FROM ledger.account n JOIN way ON n.id = way.merged_into),
  wallet AS (SELECT * FROM way WHERE merged_into IS NULL),
  free AS (SELECT l.source, l.rank, l.expires_at, sum(l.remaining - l.held)::bigint AS amount FROM ledger.lot l JOIN wallet w ON w.id = l.account_id
            WHERE l.open AND l.remaining > l.held AND (l.expires_at IS NULL OR l.expires_at > p_at) GROUP BY 1, 2, 3)
  SELECT jsonb_build_object(
    'posted', coalesce((SELECT posted FROM wallet), 0), 'held', coalesce((SELECT held FROM wallet), 0),
    'debt', coalesce((SELECT debt FROM wallet), 0), 'frozen', coalesce((SELECT frozen FROM wallet), false),
    'free', coalesce((SELECT sum(amount) FROM free), 0),
    'by_source', coalesce((SELECT jsonb_object_agg(source, amount) FROM (SELECT source, sum(amount) AS amount FROM free GROUP BY source) s), '{}'),
    'expiring', coalesce((SELECT jsonb_agg(jsonb_build_object('at', extract(epoch FROM expires_at), 'amount', amount, 'source', source)
                                           ORDER BY expires_at, rank, source) FROM free WHERE expires_at IS NOT NULL), '[]')) $$;

-- Proof ------------------------------------------------------------------------------------------------------------------

-- Every broken rule, one row each; empty when all is well. One statement over it sees one moment.
CREATE VIEW ledger.breaches AS
WITH
  by_txn AS (SELECT txn_id, sum(amount) AS total FROM ledger.entry GROUP BY txn_id),
  by_account AS (SELECT account_id, coalesce(sum(amount) FILTER (WHERE book = 'credits'), 0) AS credits,
                        coalesce(-sum(amount) FILTER (WHERE book = 'debt'), 0) AS debt FROM ledger.entry GROUP BY account_id),
  by_lot AS (SELECT lot_id, sum(amount) AS total FROM ledger.entry WHERE lot_id IS NOT NULL GROUP BY lot_id),
  lots AS (SELECT account_id, sum(remaining) AS remaining, sum(held) AS held FROM ledger.lot GROUP BY account_id),
  holds AS (SELECT account_id, sum(amount) AS held FROM ledger.hold WHERE captured IS NULL GROUP BY account_id),
  on_lots AS (SELECT hl.lot_id, sum(hl.amount) AS held FROM ledger.hold_lot hl JOIN ledger.hold h ON h.id = hl.hold_id
               WHERE h.captured IS NULL GROUP BY hl.lot_id),
  of_holds AS (SELECT hold_id, sum(amount) AS total FROM ledger.hold_lot GROUP BY hold_id),
  wallets AS (SELECT * FROM ledger.account WHERE kind <> 'system'),
  captures AS (SELECT t.id, t.about AS hold_id, t.key, coalesce(sum(e.amount), 0) AS total FROM ledger.txn t
                 LEFT JOIN ledger.entry e ON e.txn_id = t.id AND e.account_id = ledger.system('revenue') WHERE t.kind = 'capture' GROUP BY 1, 2, 3),
  refunds AS (SELECT t.about AS hold_id, -sum(e.amount) AS total FROM ledger.txn t
                JOIN ledger.entry e ON e.txn_id = t.id AND e.account_id = ledger.system('revenue') WHERE t.kind = 'refund' GROUP BY 1),
  clawed AS (SELECT (g.result ->> 'lot')::bigint AS lot_id, sum((t.result ->> 'taken')::bigint + (t.result ->> 'debt')::bigint) AS total
               FROM ledger.txn t JOIN ledger.txn g ON g.key = t.about AND g.kind = 'grant' WHERE t.kind = 'claw_back' GROUP BY 1),
  guards (relation, name) AS (
    SELECT 'ledger.' || r, n FROM unnest(ARRAY['account', 'txn', 'entry', 'lot', 'hold', 'hold_lot']) r, unnest(ARRAY['a_kept', 'b_by_moves', 'c_frozen']) n
    UNION ALL VALUES ('ledger.entry', 'd_balanced'), ('ledger.txn', 'd_moves'))
SELECT 'entries_sum_to_zero' AS rule, 'all' AS subject, sum(amount) AS found, 0::numeric AS expected FROM ledger.entry HAVING sum(amount) <> 0
UNION ALL SELECT 'txn_balances', txn_id::text, total, 0 FROM by_txn WHERE total <> 0
UNION ALL SELECT 'txn_moves_something', t.id::text, 0, 1 FROM ledger.txn t LEFT JOIN by_txn b ON b.txn_id = t.id
           WHERE b.txn_id IS NULL AND t.kind NOT IN ('freeze', 'thaw', 'merge')
UNION ALL SELECT 'entry_has_txn', b.txn_id::text, 1, 0 FROM by_txn b LEFT JOIN ledger.txn t ON t.id = b.txn_id WHERE t.id IS NULL
UNION ALL SELECT 'entry_has_account', b.account_id::text, 1, 0 FROM by_account b LEFT JOIN ledger.account a ON a.id = b.account_id WHERE a.id IS NULL
UNION ALL SELECT 'posted_is_entries', w.code, w.posted, coalesce(b.credits, 0) FROM wallets w LEFT JOIN by_account b ON b.account_id = w.id
           WHERE w.posted <> coalesce(b.credits, 0)
UNION ALL SELECT 'debt_is_entries', w.code, w.debt, coalesce(b.debt, 0) FROM wallets w LEFT JOIN by_account b ON b.account_id = w.id
           WHERE w.debt <> coalesce(b.debt, 0)
UNION ALL SELECT 'posted_is_lots', w.code, w.posted, coalesce(l.remaining, 0) FROM wallets w LEFT JOIN lots l ON l.account_id = w.id
           WHERE w.posted <> coalesce(l.remaining, 0)
UNION ALL SELECT 'held_is_lots', w.code, w.held, coalesce(l.held, 0) FROM wallets w LEFT JOIN lots l ON l.account_id = w.id
           WHERE w.held <> coalesce(l.held, 0)
UNION ALL SELECT 'held_is_holds', w.code, w.held, coalesce(h.held, 0) FROM wallets w LEFT JOIN holds h ON h.account_id = w.id
           WHERE w.held <> coalesce(h.held, 0)
UNION ALL SELECT 'held_within_posted', w.code, w.held, w.posted FROM wallets w WHERE w.held < 0 OR w.held > w.posted
UNION ALL SELECT 'lot_is_entries', l.id::text, l.remaining, coalesce(b.total, 0) FROM ledger.lot l LEFT JOIN by_lot b ON b.lot_id = l.id
           WHERE l.remaining <> coalesce(b.total, 0)
UNION ALL SELECT 'lot_held_is_holds', l.id::text, l.held, coalesce(o.held, 0) FROM ledger.lot l LEFT JOIN on_lots o ON o.lot_id = l.id
           WHERE l.held <> coalesce(o.held, 0)
UNION ALL SELECT 'lot_held_within_remaining', l.id::text, l.held, l.remaining FROM ledger.lot l WHERE l.held < 0 OR l.held > l.remaining
UNION ALL SELECT 'lot_clawed_is_moves', l.id::text, l.clawed, coalesce(c.total, 0) FROM ledger.lot l LEFT JOIN clawed c ON c.lot_id = l.id
           WHERE l.clawed <> coalesce(c.total, 0)
UNION ALL SELECT 'hold_is_lots', h.id, h.amount, coalesce(o.total, 0) FROM ledger.hold h LEFT JOIN of_holds o ON o.hold_id = h.id
           WHERE h.amount <> coalesce(o.total, 0)
UNION ALL SELECT 'hold_stands_on_own_lots', h.id, l.account_id, h.account_id FROM ledger.hold h JOIN ledger.hold_lot hl ON hl.hold_id = h.id
            JOIN ledger.lot l ON l.id = hl.lot_id WHERE h.captured IS NULL AND l.account_id <> h.account_id
UNION ALL SELECT 'hold_captured_once', coalesce(h.id, c.hold_id), coalesce(c.total, 0), coalesce(h.captured, 0)
            FROM ledger.hold h FULL JOIN captures c ON c.hold_id = h.id AND c.key = 'cap:' || h.id WHERE coalesce(c.total, 0) <> coalesce(h.captured, 0)
UNION ALL SELECT 'hold_refunded_is_moves', h.id, h.refunded, coalesce(r.total, 0) FROM ledger.hold h LEFT JOIN refunds r ON r.hold_id = h.id
           WHERE h.refunded <> coalesce(r.total, 0)
UNION ALL SELECT 'guard_in_place', g.relation || ' ' || g.name, 0, 1 FROM guards g
           WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_trigger t WHERE t.tgrelid = g.relation::regclass AND t.tgname = g.name AND t.tgenabled = 'O');

SELECT ledger.open_account('system:' || name)
  FROM unnest(ARRAY['revenue', 'expired', 'play', 'promo', 'subscription', 'goodwill', 'stripe', 'stars', 'discord']) name;
