-- Books get the reduced rate from January on.
ALTER TABLE article ADD COLUMN vat_percent numeric(4, 1) NOT NULL DEFAULT 19.0;

UPDATE article
   SET vat_percent = 7.0,
       updated_at = now();

COMMENT ON COLUMN article.vat_percent IS 'Rate of VAT in percent';
