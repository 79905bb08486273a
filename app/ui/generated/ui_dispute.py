# From forms/screens/dispute.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# 矛盾纠纷 on screen: both sides as on 人民调解申请书, then the dispute. `path` is the field of Application.

################################################################################
## Form generated from reading UI file 'dispute.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import TickRow
from app.ui.widgets.designed_rows import (AreaRow, ChoiceRow, DayRow, MoneyRow,
    PickRow, TextRow)

class Ui_DisputeForm(object):
    def setupUi(self, DisputeForm):
        if not DisputeForm.objectName():
            DisputeForm.setObjectName(u"DisputeForm")
        self.grid = QGridLayout(DisputeForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.applicant_name_row = TextRow(DisputeForm)
        self.applicant_name_row.setObjectName(u"applicant_name_row")
        self.applicant_name_row.setProperty(u"path", u"applicant.name")
        self.applicant_name_row.setMandatory(True)
        self.applicant_name_row.setLimit(100)

        self.grid.addWidget(self.applicant_name_row, 0, 0, 1, 1)

        self.applicant_phone_row = TextRow(DisputeForm)
        self.applicant_phone_row.setObjectName(u"applicant_phone_row")
        self.applicant_phone_row.setProperty(u"path", u"applicant.phone")
        self.applicant_phone_row.setLimit(30)

        self.grid.addWidget(self.applicant_phone_row, 0, 1, 1, 1)

        self.applicant_id_no_row = TextRow(DisputeForm)
        self.applicant_id_no_row.setObjectName(u"applicant_id_no_row")
        self.applicant_id_no_row.setProperty(u"path", u"applicant.id_no")
        self.applicant_id_no_row.setLimit(30)

        self.grid.addWidget(self.applicant_id_no_row, 0, 2, 1, 1)

        self.applicant_sex_row = ChoiceRow(DisputeForm)
        self.applicant_sex_row.setObjectName(u"applicant_sex_row")
        self.applicant_sex_row.setProperty(u"path", u"applicant.sex")

        self.grid.addWidget(self.applicant_sex_row, 0, 3, 1, 1)

        self.applicant_age_row = TextRow(DisputeForm)
        self.applicant_age_row.setObjectName(u"applicant_age_row")
        self.applicant_age_row.setProperty(u"path", u"applicant.age")
        self.applicant_age_row.setLimit(3)

        self.grid.addWidget(self.applicant_age_row, 0, 4, 1, 1)

        self.applicant_nation_row = TextRow(DisputeForm)
        self.applicant_nation_row.setObjectName(u"applicant_nation_row")
        self.applicant_nation_row.setProperty(u"path", u"applicant.nation")
        self.applicant_nation_row.setLimit(20)

        self.grid.addWidget(self.applicant_nation_row, 0, 5, 1, 1)

        self.applicant_occupation_row = TextRow(DisputeForm)
        self.applicant_occupation_row.setObjectName(u"applicant_occupation_row")
        self.applicant_occupation_row.setProperty(u"path", u"applicant.occupation")
        self.applicant_occupation_row.setLimit(60)

        self.grid.addWidget(self.applicant_occupation_row, 1, 0, 1, 1)

        self.applicant_address_row = TextRow(DisputeForm)
        self.applicant_address_row.setObjectName(u"applicant_address_row")
        self.applicant_address_row.setProperty(u"path", u"applicant.address")
        self.applicant_address_row.setLimit(200)

        self.grid.addWidget(self.applicant_address_row, 1, 1, 1, 2)

        self.applicant_more_row = TextRow(DisputeForm)
        self.applicant_more_row.setObjectName(u"applicant_more_row")
        self.applicant_more_row.setProperty(u"path", u"applicant.more")
        self.applicant_more_row.setLimit(4000)

        self.grid.addWidget(self.applicant_more_row, 1, 3, 1, 3)

        self.respondent_name_row = TextRow(DisputeForm)
        self.respondent_name_row.setObjectName(u"respondent_name_row")
        self.respondent_name_row.setProperty(u"path", u"respondent.name")
        self.respondent_name_row.setMandatory(True)
        self.respondent_name_row.setLimit(100)

        self.grid.addWidget(self.respondent_name_row, 2, 0, 1, 1)

        self.respondent_phone_row = TextRow(DisputeForm)
        self.respondent_phone_row.setObjectName(u"respondent_phone_row")
        self.respondent_phone_row.setProperty(u"path", u"respondent.phone")
        self.respondent_phone_row.setLimit(30)

        self.grid.addWidget(self.respondent_phone_row, 2, 1, 1, 1)

        self.respondent_legal_rep_row = TextRow(DisputeForm)
        self.respondent_legal_rep_row.setObjectName(u"respondent_legal_rep_row")
        self.respondent_legal_rep_row.setProperty(u"path", u"respondent.legal_rep")
        self.respondent_legal_rep_row.setLimit(60)

        self.grid.addWidget(self.respondent_legal_rep_row, 2, 2, 1, 1)

        self.respondent_sex_row = ChoiceRow(DisputeForm)
        self.respondent_sex_row.setObjectName(u"respondent_sex_row")
        self.respondent_sex_row.setProperty(u"path", u"respondent.sex")

        self.grid.addWidget(self.respondent_sex_row, 2, 3, 1, 1)

        self.respondent_age_row = TextRow(DisputeForm)
        self.respondent_age_row.setObjectName(u"respondent_age_row")
        self.respondent_age_row.setProperty(u"path", u"respondent.age")
        self.respondent_age_row.setLimit(3)

        self.grid.addWidget(self.respondent_age_row, 2, 4, 1, 1)

        self.respondent_nation_row = TextRow(DisputeForm)
        self.respondent_nation_row.setObjectName(u"respondent_nation_row")
        self.respondent_nation_row.setProperty(u"path", u"respondent.nation")
        self.respondent_nation_row.setLimit(20)

        self.grid.addWidget(self.respondent_nation_row, 2, 5, 1, 1)

        self.respondent_occupation_row = TextRow(DisputeForm)
        self.respondent_occupation_row.setObjectName(u"respondent_occupation_row")
        self.respondent_occupation_row.setProperty(u"path", u"respondent.occupation")
        self.respondent_occupation_row.setLimit(60)

        self.grid.addWidget(self.respondent_occupation_row, 3, 0, 1, 1)

        self.respondent_address_row = TextRow(DisputeForm)
        self.respondent_address_row.setObjectName(u"respondent_address_row")
        self.respondent_address_row.setProperty(u"path", u"respondent.address")
        self.respondent_address_row.setLimit(200)

        self.grid.addWidget(self.respondent_address_row, 3, 1, 1, 2)

        self.respondent_more_row = TextRow(DisputeForm)
        self.respondent_more_row.setObjectName(u"respondent_more_row")
        self.respondent_more_row.setProperty(u"path", u"respondent.more")
        self.respondent_more_row.setLimit(4000)

        self.grid.addWidget(self.respondent_more_row, 3, 3, 1, 3)

        self.quarrel_facts_row = AreaRow(DisputeForm)
        self.quarrel_facts_row.setObjectName(u"quarrel_facts_row")
        self.quarrel_facts_row.setProperty(u"path", u"quarrel.facts")
        self.quarrel_facts_row.setMandatory(True)
        self.quarrel_facts_row.setLimit(20000)

        self.grid.addWidget(self.quarrel_facts_row, 4, 0, 1, 6)

        self.quarrel_wanted_row = AreaRow(DisputeForm)
        self.quarrel_wanted_row.setObjectName(u"quarrel_wanted_row")
        self.quarrel_wanted_row.setProperty(u"path", u"quarrel.wanted")
        self.quarrel_wanted_row.setLimit(2000)

        self.grid.addWidget(self.quarrel_wanted_row, 5, 0, 1, 4)

        self.quarrel_sort_row = ChoiceRow(DisputeForm)
        self.quarrel_sort_row.setObjectName(u"quarrel_sort_row")
        self.quarrel_sort_row.setProperty(u"path", u"quarrel.sort")
        self.quarrel_sort_row.setMandatory(True)

        self.grid.addWidget(self.quarrel_sort_row, 5, 4, 1, 1)

        self.quarrel_amount_row = MoneyRow(DisputeForm)
        self.quarrel_amount_row.setObjectName(u"quarrel_amount_row")
        self.quarrel_amount_row.setProperty(u"path", u"quarrel.amount")

        self.grid.addWidget(self.quarrel_amount_row, 5, 5, 1, 1)

        self.delegate_name_row = TextRow(DisputeForm)
        self.delegate_name_row.setObjectName(u"delegate_name_row")
        self.delegate_name_row.setProperty(u"path", u"delegate.name")
        self.delegate_name_row.setLimit(60)

        self.grid.addWidget(self.delegate_name_row, 6, 0, 1, 1)

        self.delegate_phone_row = TextRow(DisputeForm)
        self.delegate_phone_row.setObjectName(u"delegate_phone_row")
        self.delegate_phone_row.setProperty(u"path", u"delegate.phone")
        self.delegate_phone_row.setLimit(30)

        self.grid.addWidget(self.delegate_phone_row, 6, 1, 1, 1)

        self.delegate_powers_row = PickRow(DisputeForm)
        self.delegate_powers_row.setObjectName(u"delegate_powers_row")
        self.delegate_powers_row.setProperty(u"path", u"delegate.powers")

        self.grid.addWidget(self.delegate_powers_row, 6, 2, 1, 2)

        self.delegate_until_row = DayRow(DisputeForm)
        self.delegate_until_row.setObjectName(u"delegate_until_row")
        self.delegate_until_row.setProperty(u"path", u"delegate.until")

        self.grid.addWidget(self.delegate_until_row, 6, 4, 1, 1)

        self.delegate_seen_row = TickRow(DisputeForm)
        self.delegate_seen_row.setObjectName(u"delegate_seen_row")
        self.delegate_seen_row.setProperty(u"path", u"delegate.seen")

        self.grid.addWidget(self.delegate_seen_row, 6, 5, 1, 1)

        self.quarrel_came_row = ChoiceRow(DisputeForm)
        self.quarrel_came_row.setObjectName(u"quarrel_came_row")
        self.quarrel_came_row.setProperty(u"path", u"quarrel.came")
        self.quarrel_came_row.setMandatory(True)

        self.grid.addWidget(self.quarrel_came_row, 7, 0, 1, 1)

        self.origin_source_row = TextRow(DisputeForm)
        self.origin_source_row.setObjectName(u"origin_source_row")
        self.origin_source_row.setProperty(u"path", u"origin.source")
        self.origin_source_row.setLimit(100)

        self.grid.addWidget(self.origin_source_row, 7, 1, 1, 1)

        self.origin_channel_row = ChoiceRow(DisputeForm)
        self.origin_channel_row.setObjectName(u"origin_channel_row")
        self.origin_channel_row.setProperty(u"path", u"origin.channel")
        self.origin_channel_row.setMandatory(True)

        self.grid.addWidget(self.origin_channel_row, 7, 2, 1, 1)

        self.origin_received_on_row = DayRow(DisputeForm)
        self.origin_received_on_row.setObjectName(u"origin_received_on_row")
        self.origin_received_on_row.setProperty(u"path", u"origin.received_on")
        self.origin_received_on_row.setMandatory(True)

        self.grid.addWidget(self.origin_received_on_row, 7, 3, 1, 1)

        self.origin_external_no_row = TextRow(DisputeForm)
        self.origin_external_no_row.setObjectName(u"origin_external_no_row")
        self.origin_external_no_row.setProperty(u"path", u"origin.external_no")
        self.origin_external_no_row.setLimit(60)

        self.grid.addWidget(self.origin_external_no_row, 7, 4, 1, 1)

        self.grid.setRowStretch(4, 1)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(3, 1)
        self.grid.setColumnStretch(4, 1)
        self.grid.setColumnStretch(5, 1)

        self.retranslateUi(DisputeForm)

        QMetaObject.connectSlotsByName(DisputeForm)
    # setupUi

    def retranslateUi(self, DisputeForm):
        self.applicant_name_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u7533\u8bf7\u4eba", None))
        self.applicant_name_row.setPlaceholder(QCoreApplication.translate("DisputeForm", u"\u59d3\u540d\u6216\u8005\u5355\u4f4d\u5168\u79f0", None))
        self.applicant_phone_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u8054\u7cfb\u65b9\u5f0f", None))
        self.applicant_id_no_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u8eab\u4efd\u8bc1\u53f7", None))
        self.applicant_id_no_row.setPlaceholder(QCoreApplication.translate("DisputeForm", u"\u81ea\u52a8\u5f97\u51fa\u6027\u522b\u3001\u5e74\u9f84", None))
        self.applicant_sex_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u6027\u522b", None))
        self.applicant_age_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u5e74\u9f84", None))
        self.applicant_nation_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u6c11\u65cf", None))
        self.applicant_occupation_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u804c\u4e1a\u6216\u804c\u52a1", None))
        self.applicant_address_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u5355\u4f4d\u6216\u4f4f\u5740", None))
        self.applicant_more_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u540c\u4e00\u65b9\u5176\u4ed6\u4eba", None))
        self.applicant_more_row.setPlaceholder(QCoreApplication.translate("DisputeForm", u"\u6bcf\u4eba\u4e00\u6bb5\uff0c\u7528\u5206\u53f7\u9694\u5f00\uff1a\u59d3\u540d\uff0c\u7535\u8bdd\uff0c\u4f4f\u5740\uff1b\u59d3\u540d\uff0c\u7535\u8bdd\uff0c\u4f4f\u5740", None))
        self.respondent_name_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u88ab\u7533\u8bf7\u4eba", None))
        self.respondent_name_row.setPlaceholder(QCoreApplication.translate("DisputeForm", u"\u59d3\u540d\u6216\u8005\u5355\u4f4d\u5168\u79f0", None))
        self.respondent_phone_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u8054\u7cfb\u65b9\u5f0f", None))
        self.respondent_legal_rep_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u6cd5\u5b9a\u4ee3\u8868\u4eba", None))
        self.respondent_legal_rep_row.setPlaceholder(QCoreApplication.translate("DisputeForm", u"\u662f\u5355\u4f4d\u7684\u586b\u5199", None))
        self.respondent_sex_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u6027\u522b", None))
        self.respondent_age_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u5e74\u9f84", None))
        self.respondent_nation_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u6c11\u65cf", None))
        self.respondent_occupation_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u804c\u4e1a\u6216\u804c\u52a1", None))
        self.respondent_address_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u5355\u4f4d\u6216\u4f4f\u5740", None))
        self.respondent_more_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u540c\u4e00\u65b9\u5176\u4ed6\u4eba", None))
        self.respondent_more_row.setPlaceholder(QCoreApplication.translate("DisputeForm", u"\u6bcf\u4eba\u4e00\u6bb5\uff0c\u7528\u5206\u53f7\u9694\u5f00\uff1a\u59d3\u540d\uff0c\u7535\u8bdd\uff0c\u4f4f\u5740", None))
        self.quarrel_facts_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u7ea0\u7eb7\u7b80\u8981\u60c5\u51b5", None))
        self.quarrel_facts_row.setPlaceholder(QCoreApplication.translate("DisputeForm", u"\u65f6\u95f4\u3001\u7ecf\u8fc7\u3001\u4e89\u8bae\u7684\u95ee\u9898\uff1bCtrl+Enter \u53bb\u4e0b\u4e00\u680f", None))
        self.quarrel_wanted_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u7533\u8bf7\u4e8b\u9879", None))
        self.quarrel_wanted_row.setPlaceholder(QCoreApplication.translate("DisputeForm", u"\u4e00\u884c\u4e00\u9879", None))
        self.quarrel_sort_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u7ea0\u7eb7\u7c7b\u578b", None))
        self.quarrel_amount_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u91d1\u989d", None))
        self.delegate_name_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u7533\u8bf7\u4eba\u7684\u4ee3\u7406\u4eba", None))
        self.delegate_name_row.setPlaceholder(QCoreApplication.translate("DisputeForm", u"\u6ca1\u6709\u7684\u4e0d\u586b", None))
        self.delegate_phone_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u4ee3\u7406\u4eba\u7535\u8bdd", None))
        self.delegate_powers_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u59d4\u6258\u6743\u9650", None))
        self.delegate_until_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u59d4\u6258\u671f\u9650", None))
        self.delegate_seen_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u6388\u6743\u59d4\u6258\u4e66", None))
        self.delegate_seen_row.setSentence(QCoreApplication.translate("DisputeForm", u"\u5df2\u6838\u5bf9\u539f\u4ef6", None))
        self.quarrel_came_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u6848\u4ef6\u6765\u6e90", None))
        self.origin_source_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u8f6c\u6765\u7684\u5355\u4f4d", None))
        self.origin_source_row.setPlaceholder(QCoreApplication.translate("DisputeForm", u"\u6cd5\u9662\u3001\u516c\u5b89\u7b49", None))
        self.origin_channel_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u6e20\u9053", None))
        self.origin_received_on_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u6536\u5230\u65e5\u671f", None))
        self.origin_external_no_row.setCaption(QCoreApplication.translate("DisputeForm", u"\u6765\u6587\u7f16\u53f7", None))
        pass
    # retranslateUi
