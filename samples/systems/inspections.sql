-- A province's database of project inspections. ILLUSTRATIVE: every inspection is made up. May be run again.
create schema if not exists thanh_tra;

create table if not exists thanh_tra.dot_kiem_tra (
    id int primary key,
    ma_du_an text not null,
    ngay date not null,
    co_quan text not null,
    ket_luan text not null,
    so_kien_nghi int not null,
    da_thuc_hien int not null,
    gia_tri_kien_nghi numeric(20, 0) not null
);

create index if not exists dot_kiem_tra_ma_du_an on thanh_tra.dot_kiem_tra (ma_du_an);

insert into thanh_tra.dot_kiem_tra
select n,
       'MAU-' || lpad((1 + n % 4)::text, 3, '0'),
       date '2026-06-01' + n * 9,
       'Thanh tra tỉnh (minh hoạ)',
       case n % 3 when 0 then 'Đúng tiến độ (minh hoạ)' when 1 then 'Chậm bàn giao hồ sơ (minh hoạ)' else 'Cần rà soát dự toán (minh hoạ)' end,
       1 + n % 3,
       n % 2,
       n * 12500000
  from generate_series(1, 12) as n
on conflict (id) do nothing;
