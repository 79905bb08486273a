# From forms/screens/issue_opinion.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# 信访处理意见书 (信访工作条例第32条).

################################################################################
## Form generated from reading UI file 'issue_opinion.ui'
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

from app.ui.widgets.designed_acts import (RadioRow, TallRow)
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_IssueOpinionForm(object):
    def setupUi(self, IssueOpinionForm):
        if not IssueOpinionForm.objectName():
            IssueOpinionForm.setObjectName(u"IssueOpinionForm")
        self.grid = QGridLayout(IssueOpinionForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.finding_row = RadioRow(IssueOpinionForm)
        self.finding_row.setObjectName(u"finding_row")
        self.finding_row.setProperty(u"path", u"finding")
        self.finding_row.setMandatory(True)

        self.grid.addWidget(self.finding_row, 0, 0, 1, 2)

        self.facts_row = TallRow(IssueOpinionForm)
        self.facts_row.setObjectName(u"facts_row")
        self.facts_row.setProperty(u"path", u"facts")
        self.facts_row.setMandatory(True)
        self.facts_row.setLimit(20000)
        self.facts_row.setLines(5)

        self.grid.addWidget(self.facts_row, 1, 0, 1, 2)

        self.opinion_row = TallRow(IssueOpinionForm)
        self.opinion_row.setObjectName(u"opinion_row")
        self.opinion_row.setProperty(u"path", u"opinion")
        self.opinion_row.setMandatory(True)
        self.opinion_row.setLimit(20000)
        self.opinion_row.setLines(4)

        self.grid.addWidget(self.opinion_row, 2, 0, 1, 2)

        self.basis_row = TallRow(IssueOpinionForm)
        self.basis_row.setObjectName(u"basis_row")
        self.basis_row.setProperty(u"path", u"basis")
        self.basis_row.setMandatory(True)
        self.basis_row.setLimit(2000)
        self.basis_row.setLines(2)

        self.grid.addWidget(self.basis_row, 3, 0, 1, 2)

        self.on_row = DayRow(IssueOpinionForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 4, 0, 1, 1)

        self.by_row = TextRow(IssueOpinionForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 4, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(IssueOpinionForm)

        QMetaObject.connectSlotsByName(IssueOpinionForm)
    # setupUi

    def retranslateUi(self, IssueOpinionForm):
        self.finding_row.setCaption(QCoreApplication.translate("IssueOpinionForm", u"\u7ed3\u8bba", None))
        self.facts_row.setCaption(QCoreApplication.translate("IssueOpinionForm", u"\u67e5\u660e\u7684\u4e8b\u5b9e\u548c\u7406\u7531", None))
        self.opinion_row.setCaption(QCoreApplication.translate("IssueOpinionForm", u"\u5904\u7406\u610f\u89c1", None))
        self.basis_row.setCaption(QCoreApplication.translate("IssueOpinionForm", u"\u6cd5\u5f8b\u6cd5\u89c4\u4f9d\u636e", None))
        self.on_row.setCaption(QCoreApplication.translate("IssueOpinionForm", u"\u51fa\u5177\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("IssueOpinionForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
